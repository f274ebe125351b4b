import { and, asc, eq, isNull, like, ne, sql } from 'drizzle-orm'
import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { isBranch } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { readingMarks } from '../../reading/table.ts'
import { topicOf } from '../rules/topics.ts'
import { findRunning } from './campaigns.ts'
import type { Campaign } from './campaigns.ts'
import { findReturns } from './returns.ts'
import { campaignEntries, campaignFindings } from '../table.ts'
import { sessionsOf } from './find.ts'
import type { Body, Held } from './find.ts'
import { heldFor, owingOf } from './standing.ts'
import type { Owing } from './standing.ts'

type Asked = {
  readonly ask: Campaign['asks'][number]
  readonly phase: Campaign['phases'][number]
  readonly rule: string
  readonly held: number
  readonly isOverdue: boolean
  readonly sessions: readonly Held[]
}

/** What one organization was asked to hold itself, with what it held; nothing of anybody who is no branch. */
export async function asksOf(
  db: Reader,
  campaign: Campaign,
  body: Body,
  today: Day,
): Promise<Asked[]> {
  if (!isBranch(body.kind) || !body.path.startsWith(campaign.path)) return []
  const sessions = await sessionsOf(db, campaign, body.path)
  return campaign.asks.flatMap((ask) => {
    const phase = campaign.phases.find(({ phaseId }) => phaseId === ask.phaseId)
    if (!phase) return []
    const held = heldFor(ask, sessions)
    const isOverdue = held < ask.count && phase.until < today
    const own = sessions.filter(({ askId }) => askId === ask.askId)
    return { ask, phase, rule: topicOf(ask.topic).rule, held, isOverdue, sessions: own }
  })
}

/** The forms that one organization owes. */
export async function returnsOf(
  db: Reader,
  campaign: Campaign,
  body: Body,
  today: Day,
): Promise<Owing[]> {
  if (body.path === campaign.path || !body.path.startsWith(campaign.path)) return []
  const given = await findReturns(db, campaign.id, body.path)
  const own = given.filter(({ organizationId }) => organizationId === body.id)
  return owingOf(campaign, body, own, today)
}

/** Of the reading list: how many at and below a path have read each of it. */
export async function readersOf(db: Reader, { readings }: Campaign, scope: string) {
  const everybody = and(like(organizations.path, `${scope}%`), isNull(members.leftOn))
  const [all] = await db
    .select({ people: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(everybody)
  const rows = await db
    .select({
      taskId: readingMarks.taskId,
      memberId: readingMarks.memberId,
      chapters: sql<number>`count(*)::int`,
    })
    .from(readingMarks)
    .innerJoin(
      members,
      and(eq(members.unitId, readingMarks.unitId), eq(members.id, readingMarks.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        everybody,
        sql`${readingMarks.taskId} = any(${sql.param(readings.map(({ taskId }) => taskId))}::uuid[])`,
      ),
    )
    .groupBy(readingMarks.taskId, readingMarks.memberId)
  return readings.map(({ taskId, title, dueOn, chapters }) => ({
    taskId,
    title,
    dueOn,
    people: all?.people ?? 0,
    done: rows.filter((row) => row.taskId === taskId && row.chapters >= chapters.length).length,
  }))
}

/** Findings at and below a path that are not closed, the nearest day first. */
export async function openFindings(db: Reader, campaignId: string, scope: string) {
  return db
    .select()
    .from(campaignFindings)
    .where(
      and(
        eq(campaignFindings.campaignId, campaignId),
        like(campaignFindings.path, `${scope}%`),
        ne(campaignFindings.state, 'closed'),
      ),
    )
    .orderBy(asc(campaignFindings.dueOn), asc(campaignFindings.id))
}

/** Works that lie before an organization. */
export async function countWaiting(db: Reader, campaignId: string, organizationId: string) {
  return db.$count(
    campaignEntries,
    and(
      eq(campaignEntries.campaignId, campaignId),
      eq(campaignEntries.standsAtId, organizationId),
      eq(campaignEntries.state, 'judging'),
    ),
  )
}

/** How long before its day something owed in a campaign becomes something to do. */
const noticeDays = 30

/** Everything that an organization owes or has to decide in the campaigns that run, for its first page. */
export async function dueAt(db: Reader, body: Body, today: Day) {
  const soon = addDays(today, noticeDays)
  const found = await findRunning(db, body.path)
  const due = []
  for (const { campaign } of found) {
    const { id, path } = campaign
    // oxlint-disable-next-line no-await-in-loop
    const asks = (await asksOf(db, campaign, body, today)).filter(
      ({ ask, held, phase }) => held < ask.count && phase.from <= today && phase.until <= soon,
    )
    // oxlint-disable-next-line no-await-in-loop
    const returns = (await returnsOf(db, campaign, body, today)).filter(
      ({ state, form }) =>
        state === 'overdue' || state === 'sentBack' || (state === 'due' && form.dueOn <= soon),
    )
    // oxlint-disable-next-line no-await-in-loop
    const findings = await openFindings(db, id, body.path)
    const own = findings.filter(
      (one) => one.organizationId === body.id && one.state !== 'reported' && one.dueOn <= soon,
    )
    const toClose = findings.filter(
      (one) => one.state === 'reported' && (one.organizationId !== body.id || body.path === path),
    )
    // oxlint-disable-next-line no-await-in-loop
    const toJudge = await countWaiting(db, id, body.id)
    due.push({ campaign, asks, returns, findings: own, toClose, toJudge })
  }
  return due
}
