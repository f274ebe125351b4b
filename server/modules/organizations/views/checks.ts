import { contract } from '@zhixing/contract'
import { and, inArray, isNull, ne } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { rulesBelow } from '../../rules/index.ts'
import { narrowTo } from '../index.ts'
import { checksOf, setupKeys } from '../rules/setup.ts'
import { organizations } from '../table.ts'
import { factsOf } from './setup.ts'
import { overview } from '../../overviews/index.ts'

/** Which organizations of a subtree are not set up as the rules ask, the most urgent first. */
export const listChecks = overview(
  contract.organizations.checks,
  async ({ db, now, reach }, { organizationId, code, sectors, page, size }) => {
    const { organization, reach: there } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const chosen = and(
      within(there, organizations.path),
      isNull(organizations.dissolvedOn),
      ne(organizations.kind, 'group'),
      sectors?.length ? inArray(organizations.sector, sectors) : undefined,
    )
    const ruleAt = await rulesBelow(db, setupKeys, organization.path)
    const examined = await factsOf(db, chosen, day)
    const judged = examined.map(({ path, ...facts }) => ({
      id: facts.id,
      unitId: facts.unitId,
      name: facts.name,
      kind: facts.kind,
      checks: checksOf(facts, ruleAt({ path, day }), day),
    }))

    const found = judged.filter(({ checks }) => checks.length > 0)
    const shown = code
      ? found.filter(({ checks }) => checks.some((one) => one.code === code))
      : found
    const byUrgency = shown.toSorted((one, other) => rankOf(one) - rankOf(other))
    return {
      rows: byUrgency.slice((page - 1) * size, page * size),
      total: shown.length,
      examined: examined.length,
      concerned: found.length,
      byCode: tally(found.flatMap(({ checks }) => checks.map((check) => check.code))),
    }
  },
)

const ranks = { late: 0, wrong: 1, soon: 2, note: 3 } as const

function rankOf({
  checks,
}: {
  readonly checks: readonly { readonly severity: keyof typeof ranks }[]
}) {
  return Math.min(...checks.map(({ severity }) => ranks[severity]))
}

function tally<Code extends string>(codes: readonly Code[]) {
  const groups = Map.groupBy(codes, (one) => one)
  return [...groups].map(([code, { length }]) => ({ code, organizations: length }))
}
