import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, unreadable } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { narrowTo } from '../../organizations/index.ts'
import { readSheet, refuseQuotas, sumOf } from '../rules/quota.ts'
import type { Sheet } from '../rules/quota.ts'
import { requirePlan, subjectOf } from '../steps/require.ts'
import { changePlan, findChildren, replaceQuotas } from '../store/plans.ts'
import type { Plan } from '../store/plans.ts'

/** One year of the grid, all of it; nothing is kept of a grid whose columns do not come to their totals. */
export const setQuotas = act(
  contract.plans.setQuotas,
  async ({ tx, reach }, { unitId, planId, version, year, totals, cells }) => {
    const plan = await requirePlan({ tx, reach }, { unitId, planId, version }, ['draft'])
    const given = await ownerOf(tx, reach, plan, year)
    const refusal = refuseQuotas(cells, totals, given)
    if (refusal) throw conflict(refusal.reason, refusal.words)
    const value = { version: await keep(tx, plan, year, { cells, totals }) }
    const after = { year, totals, cells: cells.length }
    return { value, place: plan, change: { subject: subjectOf(plan), after } }
  },
)

/** The same from a sheet, as Excel copies it. */
export const pasteQuotas = act(
  contract.plans.pasteQuotas,
  async ({ tx, reach }, { unitId, planId, version, year, text }) => {
    const plan = await requirePlan({ tx, reach }, { unitId, planId, version }, ['draft'])
    const sheet = readSheet(text, await ownerOf(tx, reach, plan, year))
    if ('reason' in sheet) throw unreadable(sheet.reason, sheet.words)
    const { cells, totals } = sheet
    const counted = { cells: cells.length, persons: sumOf(cells) }
    const value = { version: await keep(tx, plan, year, sheet), ...counted }
    const after = { year, totals, ...counted }
    return { value, place: plan, change: { subject: subjectOf(plan), after } }
  },
)

async function ownerOf(tx: Db, reach: Reach, plan: Plan, year: number) {
  if (year < plan.fromYear || year > plan.untilYear) throw conflict('plans.quotaYear', { 年: year })
  const { organization } = await narrowTo(tx, reach, plan.organizationId)
  return {
    owner: organization.name,
    organizations: await findChildren(tx, plan.organizationId),
  }
}

async function keep(tx: Db, plan: Plan, year: number, { cells, totals }: Sheet): Promise<number> {
  const { unitId, id: planId } = plan
  const common = { unitId, planId, year }
  const rows = [
    ...totals.map((total) => ({ ...common, ...total, id: newId(), organizationId: null })),
    ...cells
      .filter(({ persons }) => persons > 0)
      .map((cell) => ({ ...common, ...cell, id: newId() })),
  ]
  await replaceQuotas(tx, common, rows)
  return changePlan(tx, plan, {})
}
