import { contract } from '@zhixing/contract'
import type { Output } from '@zhixing/contract'
import type { appraisalStages } from '@zhixing/contract/appraisal-words.ts'
import { and, asc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { ballots } from '../../ballots/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { isOverdue, isYearOpen, stageOf } from '../rules/round.ts'
import { appraisalPeople, appraisals, shortcomings } from '../table.ts'

type Row = Output<typeof contract.appraisal.list>['rows'][number]

/** Every branch below with its round of the year, those that have not begun among them. */
export const listAppraisals = view(
  contract.appraisal.list,
  async ({ db, now, reach, actor }, { organizationId, year, stage, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { organization } = narrowed
    const day = dayOf(now)
    const rows = await rowsAt(db, narrowed.reach, { year, day })
    const of = (key: Row['stage']) => rows.filter((row) => row.stage === key).length
    const counts = {
      none: of('none'),
      rating: of('rating'),
      voting: of('voting'),
      concluding: of('concluding'),
      closed: of('closed'),
    } satisfies Record<keyof typeof appraisalStages, number>
    const chosen = rows.filter((row) => stage === undefined || row.stage === stage)
    const sum = (key: 'people' | 'graded' | 'excellent' | 'overdue') =>
      rows.reduce((all, row) => all + row[key], 0)
    const isOwn = isBranch(organization.kind)
    const mayHold = covers(reachOf(actor.appointments, 'appraisal.hold'), organization.path)
    return {
      rows: chosen.slice((page - 1) * size, page * size),
      total: chosen.length,
      counts,
      people: sum('people'),
      graded: sum('graded'),
      excellent: sum('excellent'),
      overdue: sum('overdue'),
      isBranch: isOwn,
      mayOpen: isOwn && mayHold && isYearOpen(year, day) && rows[0]?.appraisalId === null,
    }
  },
)

async function rowsAt(
  db: Reader,
  reach: readonly string[],
  { year, day }: { year: number; day: string },
): Promise<Row[]> {
  const { path, nameKey, dissolvedOn } = organizations
  const there = or(isNull(dissolvedOn), gte(dissolvedOn, `${year}-01-01`))
  const all = await db
    .select()
    .from(organizations)
    .where(and(within(reach, path), there))
    .orderBy(asc(path), asc(nameKey))
  const branches = all.filter(({ kind }) => isBranch(kind))
  const rounds = await db
    .select()
    .from(appraisals)
    .where(and(within(reach, appraisals.path), eq(appraisals.year, year)))
  const people = await countPeople(db, reach, year)
  const found = await findShortcomings(db, reach, year)
  const counted = await findCounted(db, reach)
  return branches.map((branch) => {
    const round = rounds.find((one) => one.organizationId === branch.id)
    const of = round ? people.get(round.id) : undefined
    const own = found.get(branch.id) ?? []
    return {
      unitId: branch.unitId,
      organizationId: branch.id,
      organizationName: branch.name,
      appraisalId: round?.id ?? null,
      stage: round ? stageOf({ ...round, ballot: counted.get(`appraisal:${round.id}`) }) : 'none',
      people: of?.people ?? 0,
      selfRated: of?.selfRated ?? 0,
      graded: of?.graded ?? 0,
      excellent: of?.excellent ?? 0,
      weak: of?.weak ?? 0,
      shortcomings: own.length,
      overdue: own.filter((one) => isOverdue(one, day)).length,
      closedOn: round?.closedOn ?? null,
    }
  })
}

function countOf(condition: SQL): SQL<number> {
  return sql<number>`(count(*) filter (where ${condition}))::int`
}

async function countPeople(db: Reader, reach: readonly string[], year: number) {
  const { role, selfOn, grade } = appraisalPeople
  const rows = await db
    .select({
      id: appraisalPeople.appraisalId,
      people: countOf(sql`${role} <> 'excused'`),
      selfRated: countOf(sql`${role} <> 'excused' and ${selfOn} is not null`),
      graded: countOf(sql`${grade} is not null`),
      excellent: countOf(sql`${grade} = 'excellent'`),
      weak: countOf(sql`${grade} in ('basic', 'failed')`),
    })
    .from(appraisalPeople)
    .innerJoin(
      appraisals,
      and(
        eq(appraisals.unitId, appraisalPeople.unitId),
        eq(appraisals.id, appraisalPeople.appraisalId),
      ),
    )
    .where(and(within(reach, appraisals.path), eq(appraisals.year, year)))
    .groupBy(appraisalPeople.appraisalId)
  return new Map(rows.map((row) => [row.id, row]))
}

async function findShortcomings(db: Reader, reach: readonly string[], year: number) {
  const { organizationId, state, dueOn } = shortcomings
  const rows = await db
    .select({ organizationId, state, dueOn })
    .from(shortcomings)
    .where(and(within(reach, shortcomings.path), eq(shortcomings.year, year)))
  return Map.groupBy(rows, (row) => row.organizationId)
}

/** By what they are about, the state of the latest ballot. */
async function findCounted(db: Reader, reach: readonly string[]) {
  const rows = await db
    .select({ subject: ballots.subject, state: ballots.state })
    .from(ballots)
    .where(and(within(reach, ballots.path), eq(ballots.kind, 'appraisal')))
    .orderBy(asc(ballots.round))
  return new Map(rows.map(({ subject, state }) => [subject, state]))
}
