import { keysOf } from '@zhixing/contract'
import type { Cohort, Standing } from '@zhixing/contract'
import { cohorts } from '@zhixing/contract/words.ts'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { withKeptPlan } from '../../../kernel/kept-plan.ts'
import { containing } from '../../../kernel/search.ts'
import { cohortCondition } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { Requirement } from './declare.ts'
import { byUnit } from './frame.ts'
import type { Frame } from './frame.ts'

/** One person under one requirement, with everything its derivation is told from. */
export type Stand = {
  readonly unitId: string
  readonly memberId: string
  readonly name: string
  readonly organizationId: string
  readonly groupId: string | null
  readonly branchName: string
  readonly path: string
  readonly since: Day | null
  readonly threshold: number
  readonly months: number
  readonly fullMinutes: number
  readonly onlineMinutes: number
  readonly onlineMost: number
  readonly otherMinutes: number
  readonly otherMost: number
  readonly doneMinutes: number
  readonly dueNowMinutes: number
  readonly dueYearMinutes: number
  readonly plannedMinutes: number
  readonly timesDone: number | null
  readonly timesDue: number | null
  readonly deadline: Day | null
  readonly excuseReason: 'frail' | 'ill' | 'immobile' | 'incapacitated' | null
  readonly standing: Standing
}

export type Filter = {
  readonly text?: string | undefined
  readonly standing?: Standing | undefined
  readonly cohort?: Cohort | undefined
  readonly memberIds?: readonly string[] | undefined
}

export type Tally = {
  readonly people: number
  readonly counts: Readonly<Record<Standing, number>>
  readonly gapMinutes: number
  readonly doneMinutes: number
  /** Who owes it and has nothing to show yet. */
  readonly untrained: number
}

/** Counts of the same rows that lists show, over everybody or group by group. */
export async function tally(db: Reader, { requirement, frame, filter = {} }: Look): Promise<Tally> {
  const rows = await ofEachUnit(frame, async (part) =>
    db
      .select(counted)
      .from(rowsOf(requirement, part))
      .where(chosen(filter, part))
      .groupBy(sql`1`),
  )
  return together(rows.map(tallyOf))
}

/** The same for everybody below the same step of the path: "/root/…/child/…". */
export async function tallyBelow(
  db: Reader,
  { requirement, frame }: Look,
  step: number,
): Promise<ReadonlyMap<string, Tally>> {
  const key = sql<string>`split_part(s.path, '/', ${step}::int)`.as('key')
  const rows = await ofEachUnit(frame, async (part) =>
    db
      .select({ key, ...counted })
      .from(rowsOf(requirement, part))
      .groupBy(sql`1`, sql`2`),
  )
  return talliesOf(rows)
}

/** Groups of which nobody is in two, as one. */
export function together(tallies: readonly Tally[]): Tally {
  const sum = (part: (one: Tally) => number) => tallies.reduce((all, one) => all + part(one), 0)
  const count = (standing: Standing) => sum(({ counts }) => counts[standing])
  return {
    people: sum(({ people }) => people),
    counts: {
      atRisk: count('atRisk'),
      behind: count('behind'),
      onCourse: count('onCourse'),
      met: count('met'),
      excused: count('excused'),
    },
    gapMinutes: sum(({ gapMinutes }) => gapMinutes),
    doneMinutes: sum(({ doneMinutes }) => doneMinutes),
    untrained: sum(({ untrained }) => untrained),
  }
}

/** Somebody may be in several cohorts, or in none. */
export async function tallyByCohort(
  db: Reader,
  { requirement, frame }: Look,
): Promise<ReadonlyMap<string, Tally>> {
  const asked = keysOf(cohorts).map(
    (cohort) => sql`(${cohort}, ${cohortCondition(cohort, frame.day).sql})`,
  )
  const key = sql<string>`c.cohort`.as('key')
  const rows = await ofEachUnit(frame, async (part) =>
    db
      .select({ key, ...counted })
      .from(
        sql`${rowsOf(requirement, part)}
        join ${members} on ${members.unitId} = s."unitId" and ${members.id} = s."memberId"
        join ${organizations} on ${organizations.id} = ${members.organizationId}
        cross join lateral (values ${sql.join(asked, sql`, `)}) as c(cohort, holds)`,
      )
      .where(sql`c.holds`)
      .groupBy(sql`1`, sql`2`),
  )
  return talliesOf(rows)
}

/** What each unit of a large place answers, one after the other. */
async function ofEachUnit<Row>(frame: Frame, ask: (part: Frame) => Promise<Row[]>) {
  const answers: Row[][] = []
  for (const part of byUnit(frame)) answers.push(await ask(part))
  return answers.flat()
}

type Look = {
  readonly requirement: Requirement
  readonly frame: Frame
  readonly filter?: Filter | undefined
}

export type Page = { readonly sort: 'gap' | 'name'; readonly page: number; readonly size: number }

/** The rows themselves, a page of them: who cannot make it any more first, then by what is lacking. */
export async function findStands(
  db: Reader,
  { requirement, frame, filter = {} }: Look,
  { sort, page, size }: Page = { sort: 'name', page: 1, size: 100_000 },
): Promise<Stand[]> {
  const byName = [sql`s.sort`, sql`s.name`, sql`s."memberId"`]
  const byGap = [sql`${urgency}`, sql`${lacking} desc`, sql`s.deadline`, ...byName]
  return db
    .select(columns)
    .from(rowsOf(requirement, frame))
    .where(chosen(filter, frame))
    .orderBy(...(sort === 'gap' ? byGap : byName))
    .limit(size)
    .offset((page - 1) * size)
}

/** The row of the one person whom a frame is about; nothing where nothing is owed. */
export async function findStand(
  db: Reader,
  { requirement, frame }: Look,
): Promise<Stand | undefined> {
  const asked = db.select(columns).from(rowsOf(requirement, frame))
  // What plans ask for has as many shapes as there are plans.
  const [stand] = await (requirement.rule === null ? asked : withKeptPlan(asked))
  return stand
}

function rowsOf(requirement: Requirement, frame: Frame): SQL {
  return sql`(${requirement.rows(frame)}) as s`
}

const lacking = sql`greatest(s."dueYearMinutes" - s."doneMinutes", 0)`
const urgency = sql`array_position(array['atRisk', 'behind', 'onCourse', 'met', 'excused'], s.standing)`

function of<Value>(name: string): SQL<Value> {
  return sql<Value>`s.${sql.identifier(name)}`
}

const columns = {
  unitId: of<string>('unitId'),
  memberId: of<string>('memberId'),
  name: of<string>('name'),
  organizationId: of<string>('organizationId'),
  groupId: of<string | null>('groupId'),
  branchName: of<string>('branchName'),
  path: of<string>('path'),
  since: sql<Day | null>`s.since::text`,
  threshold: of<number>('threshold'),
  months: of<number>('months'),
  fullMinutes: of<number>('fullMinutes'),
  onlineMinutes: of<number>('onlineMinutes'),
  onlineMost: of<number>('onlineMost'),
  otherMinutes: of<number>('otherMinutes'),
  otherMost: of<number>('otherMost'),
  doneMinutes: of<number>('doneMinutes'),
  dueNowMinutes: of<number>('dueNowMinutes'),
  dueYearMinutes: of<number>('dueYearMinutes'),
  plannedMinutes: of<number>('plannedMinutes'),
  timesDone: of<number | null>('timesDone'),
  timesDue: of<number | null>('timesDue'),
  deadline: sql<Day | null>`s.deadline::text`,
  excuseReason: of<Stand['excuseReason']>('excuseReason'),
  standing: of<Standing>('standing'),
}

/** One line for each standing, so that where somebody stands is worked out once for each and not once for each sum. */
const counted = {
  standing: sql<Standing>`s.standing`.as('standing'),
  people: sql<number>`count(*)::int`,
  gapMinutes: sql<number>`sum(${lacking})::float8`,
  doneMinutes: sql<number>`sum(s."doneMinutes")::float8`,
  untrained: sql<number>`count(*) filter (where s."doneMinutes" = 0 and coalesce(s."timesDone", 0) = 0)::int`,
}

type Counted = Omit<Tally, 'counts'> & { readonly standing: Standing }

const nobody = together([])

function tallyOf({ standing, people, ...sums }: Counted): Tally {
  const counts = { ...nobody.counts, [standing]: people }
  return standing === 'excused' ? { ...nobody, counts } : { ...sums, people, counts }
}

function talliesOf(rows: readonly (Counted & { readonly key: string })[]) {
  const groups = Map.groupBy(rows, ({ key }) => key)
  return new Map([...groups].map(([key, some]) => [key, together(some.map(tallyOf))]))
}

function chosen({ text, standing, cohort, memberIds }: Filter, { day }: Frame): SQL {
  const parts = [sql`true`]
  if (standing) parts.push(sql`s.standing = ${standing}`)
  if (text) {
    const pattern = containing(text)
    parts.push(
      sql`(s.name ilike ${pattern} or s.sort ilike ${pattern} or s."branchName" ilike ${pattern})`,
    )
  }
  if (cohort) parts.push(sql`exists (${inCohort(cohort, day)})`)
  if (memberIds) parts.push(sql`s."memberId" = any(${sql.param([...memberIds])}::uuid[])`)
  return sql.join(parts, sql` and `)
}

/** Whether the person of the row is in a cohort on the day. */
function inCohort(cohort: Cohort, day: Day): SQL {
  return sql`select from ${members} join ${organizations} on ${organizations.id} = ${members.organizationId}
    where ${members.unitId} = s."unitId" and ${members.id} = s."memberId" and ${cohortCondition(cohort, day).sql}`
}
