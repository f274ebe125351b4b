import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, notInArray } from 'drizzle-orm'
import { addDays, dayOf, startOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities, motions } from '../../activities/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { mayCome, openKinds } from '../rules/permitted.ts'
import { findApplicant } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { applicantEntries, applicants } from '../table.ts'
import { missing } from '../../../kernel/problem.ts'

const daysAhead = 30
const daysBack = 60
const eventsMax = 30

/** What a branch holds around now that anybody on the way may come to, and who of them came. */
export const showEvents = view(contract.development.events, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const held = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organization.id),
        inArray(activities.kind, [...openKinds]),
        isNull(activities.cancelledAt),
        gte(activities.startsAt, startOf(addDays(today, -daysBack))),
        lte(activities.startsAt, startOf(addDays(today, daysAhead))),
      ),
    )
    .orderBy(desc(activities.startsAt), asc(activities.id))
    .limit(eventsMax)
  const people = await db
    .select()
    .from(applicants)
    .where(
      and(
        eq(applicants.organizationId, organization.id),
        within(reach, applicants.path),
        notInArray(applicants.stage, ['full', 'ended']),
      ),
    )
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
  const came = await cameTo(db, people)
  return {
    events: held.flatMap(({ unitId, id: activityId, kind: ofKind, title, startsAt }) => {
      const kind = openKinds.find((one) => one === ofKind)
      const admitted = people.filter(({ stage }) => kind && mayCome(stage, kind))
      const isOver = startsAt <= now
      const named = admitted.map(({ id: applicantId, name, stage }) => {
        return { applicantId, name, stage, came: came.has(`${applicantId} ${activityId}`) }
      })
      const shown = { unitId, activityId, title, startsAt: startsAt.toISOString(), isOver }
      return kind ? [{ ...shown, kind, people: named }] : []
    }),
  }
})

async function cameTo(db: Reader, people: readonly Applicant[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const ids = people.map(({ id }) => id)
  const entries = await db
    .select({ applicantId: applicantEntries.applicantId, facts: applicantEntries.facts })
    .from(applicantEntries)
    .where(and(oneOf(applicantEntries.applicantId, ids), eq(applicantEntries.kind, 'activity')))
  return new Set(entries.map(({ applicantId, facts }) => `${applicantId} ${facts['activityId']}`))
}

/** What their own branch holds in the coming weeks that somebody at this stage may come to. */
export async function eventsAhead(db: Reader, { organizationId, stage }: Applicant, now: Date) {
  const kinds = openKinds.filter((kind) => mayCome(stage, kind))
  if (kinds.length === 0) return []
  const held = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organizationId),
        inArray(activities.kind, kinds),
        isNull(activities.cancelledAt),
        gt(activities.startsAt, now),
        lte(activities.startsAt, startOf(addDays(dayOf(now), daysAhead))),
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
    .limit(eventsMax)
  return held.map(({ title, startsAt, place }) => ({
    title,
    startsAt: startsAt.toISOString(),
    place,
  }))
}

/** Secret votes of the branch's meetings about somebody, from records that are closed. */
export const showMeetings = view(contract.development.meetings, async ({ db, reach }, key) => {
  const row = await findApplicant(db, reach, key)
  if (!row) throw missing('development.unknown')
  const { unitId, organizationId, name } = row.applicant
  const rows = await db
    .select({ motion: motions, startsAt: activities.startsAt })
    .from(motions)
    .innerJoin(
      activities,
      and(eq(activities.unitId, motions.unitId), eq(activities.id, motions.activityId)),
    )
    .where(
      and(
        eq(motions.unitId, unitId),
        eq(activities.organizationId, organizationId),
        eq(activities.kind, 'memberMeeting'),
        eq(motions.ballot, 'secret'),
        gt(motions.entitled, 0),
      ),
    )
    .orderBy(desc(activities.startsAt), asc(motions.id))
    .limit(eventsMax)
  return {
    rows: rows
      .filter(({ motion }) => motion.text.includes(name))
      .map(({ motion, startsAt }) => ({
        activityId: motion.activityId,
        motionId: motion.id,
        text: motion.text,
        on: dayOf(startsAt),
        entitled: motion.entitled ?? 0,
        present: motion.present ?? 0,
        inFavour: motion.inFavour,
        against: motion.against,
        abstained: motion.abstained,
      })),
  }
})
