import { contract } from '@zhixing/contract'
import { marks, markWays } from '@zhixing/contract/words.ts'
import { studyPaperKinds } from '@zhixing/contract/study-words.ts'
import { and, desc, eq } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { activities, attendances } from '../../activities/table.ts'
import { filesOf } from '../../files/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { dueOnOf, selectSittings } from '../catalogue/facts.ts'
import { isInState, unreported } from '../catalogue/heads.ts'
import { inYear } from '../catalogue/observers.ts'
import { studyRulesBelow } from '../catalogue/rules.ts'
import { findPlan } from '../store/groups.ts'
import type { Session } from '../store/sessions.ts'
import { studySessions } from '../table.ts'
import { withNames } from './shown.ts'

export const listSessions = view(
  contract.studyGroups.sessions,
  async ({ db, now, reach: whole }, { organizationId, groupId, state, page, size, ...asked }) => {
    const { organization, reach } = await narrowTo(db, whole, organizationId)
    const year = asked.year ?? yearOf(dayOf(now))
    const rules = await studyRulesBelow(db, organization.path)
    const all = and(
      within(reach, studySessions.path),
      inYear(year),
      groupId ? eq(studySessions.groupId, groupId) : undefined,
    )
    const late = await unreported(db, all, { rules, now })
    const wanted = and(all, state ? isInState(state, late, now) : undefined)
    const rows = await selectSittings(db)
      .where(wanted)
      .orderBy(desc(studySessions.startsAt), desc(studySessions.id))
      .limit(size)
      .offset((page - 1) * size)
    const judged = rows.map((row) => ({ ...row, dueOn: dueOnOf(rules, row) }))
    return {
      rows: await withNames(db, judged, now),
      total: await db.$count(studySessions, wanted),
      year,
      overdue: late.overdue.length,
      owed: late.owed.length,
    }
  },
)

export const showSession = view(
  contract.studyGroups.session,
  async ({ db, now, actor, reach }, { unitId, sessionId }) => {
    const [found] = await selectSittings(db).where(
      and(
        eq(studySessions.unitId, unitId),
        eq(studySessions.id, sessionId),
        within(reach, studySessions.path),
      ),
    )
    if (!found) throw missing('studyGroups.sessionUnknown')
    const { session } = found
    const rules = await studyRulesBelow(db, session.path)
    const [row] = await withNames(db, [{ ...found, dueOn: dueOnOf(rules, found) }], now)
    if (!row) throw missing('studyGroups.sessionUnknown')
    const { groupId, organizationId, topicId, bookIds, startsAt, path } = session
    const plan = await findPlan(db, { unitId, groupId, year: yearOf(dayOf(startsAt)) })
    const { points, resolutions, followUp, reportedBy: byName } = session
    return {
      ...row,
      organizationId,
      report: session.reportedAt ? { points, resolutions, followUp, byName } : null,
      ...(await writtenOf(db, session)),
      roll: await rollOf(db, session),
      topic: plan?.topics.find(({ id }) => id === topicId)?.title ?? '',
      books: (plan?.books ?? []).filter(({ id }) => bookIds.includes(id)).map(({ title }) => title),
      papers: await papersOf(db, sessionId),
      mayManage: covers(reachOf(actor.appointments, 'studyGroups.manage'), path),
    }
  },
)

async function writtenOf(db: Reader, { unitId, id }: Session) {
  const [row] = await db
    .select({ minutes: activities.minutes, resolution: activities.resolution })
    .from(activities)
    .where(and(eq(activities.unitId, unitId), eq(activities.id, id)))
  return row ?? { minutes: '', resolution: '' }
}

async function rollOf(db: Reader, { unitId, id }: Session) {
  const came = db
    .select()
    .from(attendances)
    .where(and(eq(attendances.unitId, unitId), eq(attendances.activityId, id)))
    .as('came')
  const rows = await db
    .select({
      memberUnitId: came.memberUnitId,
      memberId: came.memberId,
      name: members.name,
      mark: came.mark,
      way: came.way,
      note: came.note,
      at: came.at,
    })
    .from(came)
    .innerJoin(members, and(eq(members.unitId, came.memberUnitId), eq(members.id, came.memberId)))
    .orderBy(members.nameKey, members.id)
  return rows.map(({ mark, way, at, ...row }) => ({
    ...row,
    mark: marks[mark],
    way: markWays[way],
    at: at.toISOString(),
  }))
}

async function papersOf(db: Reader, sessionId: string) {
  const subjectOf = (paper: string) => `studySession:${sessionId}:${paper}`
  const files = await filesOf(db, studyPaperKinds.map(subjectOf))
  return studyPaperKinds.flatMap((paper) =>
    (files.get(subjectOf(paper)) ?? []).map(({ unitId, fileId, name, bytes }) => ({
      unitId,
      fileId,
      name,
      bytes,
      paper,
    })),
  )
}
