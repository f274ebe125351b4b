import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { fieldsOf, oneOf } from '../../../kernel/many.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { hasRoll, stateOf } from '../rules/session.ts'
import { adviceOf } from '../rules/sheet.ts'
import type { selectSittings } from '../catalogue/facts.ts'
import { studyGroups, studyObservations } from '../table.ts'

type Sitting = Awaited<ReturnType<typeof selectSittings>>[number]
type Observation = typeof studyObservations.$inferSelect

export function showObservation(observation: Observation, name: string) {
  const { unitId, id, observedAt, withdrawnAt, grade, score, answers, version } = observation
  const waiting = withdrawnAt ? 'withdrawn' : 'assigned'
  const state = observedAt ? 'observed' : waiting
  const found = { grade, score, advice: adviceOf(answers) }
  return { unitId, observationId: id, name, state, ...found, version } as const
}

/** Names of groups and who sat in, for a page of sittings. */
export async function withNames(
  db: Reader,
  rows: readonly (Sitting & { readonly dueOn: string })[],
  now: Date,
) {
  const groups = await db
    .select({ id: studyGroups.id, name: studyGroups.name, organizationName: organizations.name })
    .from(studyGroups)
    .innerJoin(organizations, eq(organizations.id, studyGroups.organizationId))
    .where(oneOf(studyGroups.id, new Set(rows.map(({ session }) => session.groupId))))
  const named = new Map(groups.map((group) => [group.id, group]))
  const sent = db
    .select()
    .from(studyObservations)
    .where(
      and(
        oneOf(
          studyObservations.sessionId,
          rows.map(({ session }) => session.id),
        ),
        isNull(studyObservations.withdrawnAt),
      ),
    )
    .as('sent')
  const observations = await db
    .select({ observation: fieldsOf(sent), name: members.name })
    .from(sent)
    .innerJoin(members, and(eq(members.unitId, sent.memberUnitId), eq(members.id, sent.memberId)))
    .orderBy(asc(sent.id))
  const seen = Map.groupBy(observations, ({ observation }) => observation.sessionId)
  return rows.map((row) => {
    const { session } = row
    const group = named.get(session.groupId)
    const observers = (seen.get(session.id) ?? []).map(({ observation, name }) =>
      showObservation(observation, name),
    )
    const groupName = group?.name ?? ''
    const { isClosed, due, present, dueOn } = row
    return {
      ...factsOf(session),
      groupName,
      organizationName: group?.organizationName ?? '',
      hasRecord: hasRoll(session),
      isClosed,
      state: stateOf(session, dueOn, now),
      dueOn,
      due: hasRoll(session) ? due : 0,
      present,
      observers,
    }
  })
}

function factsOf(session: Sitting['session']) {
  const { unitId, id, groupId, title, form, place, isExtended, topicId, bookIds } = session
  const { speakers, hearing, startsAt, endsAt, reportedAt, isLate, version } = session
  return {
    unitId,
    sessionId: id,
    groupId,
    title,
    form,
    place,
    isExtended,
    topicId,
    bookIds,
    speakers,
    hearing,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    reportedAt: reportedAt?.toISOString() ?? null,
    isLate,
    version,
  }
}
