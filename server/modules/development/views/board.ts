import { contract } from '@zhixing/contract'
import { and, eq, ne, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { procedureCases } from '../../procedures/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { applicants } from '../table.ts'
import { inspectOnOf } from '../catalogue/inspections.ts'
import { isInspectionLate, isTurnLate, rowOf, selectRows } from './rows.ts'

/** Everybody on the way and what is next, those who are late first. */
export const showBoard = view(contract.development.board, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = dayOf(now)
  const point = { path: organization.path, day: today }
  const { value: months } = await ruleAt(db, 'dev.inspect', point)

  const here = within(reach, applicants.path)
  const like = sql`like ${containing(input.text)}`
  const late = or(isTurnLate(today), isInspectionLate(months, today))
  const chosen = and(
    here,
    input.stage ? eq(applicants.stage, input.stage) : ne(applicants.stage, 'ended'),
    input.text === ''
      ? undefined
      : or(sql`${applicants.name} ${like}`, sql`${applicants.nameKey} ${like}`),
    input.onlyLate ? late : undefined,
  )
  const withCase = and(
    eq(procedureCases.unitId, applicants.unitId),
    eq(procedureCases.id, applicants.caseId),
  )
  const rows = await selectRows(db, { months })
    .where(chosen)
    .orderBy(
      sql`(${late}) desc`,
      sql`${applicants.stage} = 'full'`,
      sql`least(${procedureCases.dueOn}, (${inspectOnOf(months)})::date) asc nulls last`,
      sql`${procedureCases.earliestOn} asc nulls last`,
      applicants.nameKey,
      applicants.id,
    )
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [counted] = await db
    .select({
      total: sql<number>`(count(*) filter (where ${chosen}))::int`,
      late: sql<number>`(count(*) filter (where ${late}))::int`,
    })
    .from(applicants)
    .innerJoin(procedureCases, withCase)
    .where(here)
  const stages = await db
    .select({ stage: applicants.stage, count: sql<number>`count(*)::int` })
    .from(applicants)
    .where(here)
    .groupBy(applicants.stage)
  return {
    rows: rows.map((row) => rowOf(row, today)),
    total: counted?.total ?? 0,
    late: counted?.late ?? 0,
    stages: Object.fromEntries(stages.map(({ stage, count }) => [stage, count])),
  }
})
