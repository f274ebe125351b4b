import { contract } from '@zhixing/contract'
import { and, inArray, isNull, ne } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { rulesBelow } from '../../rules/index.ts'
import { narrowTo, partsOf } from '../index.ts'
import { checksOf, setupKeys } from '../rules/setup.ts'
import { organizations } from '../table.ts'
import { factsOf, isIn } from './setup.ts'
import { overview } from '../../overviews/index.ts'

/** Which organizations of a subtree are not set up as the rules ask, the most urgent first. */
export const listChecks = overview(
  contract.organizations.checks,
  async ({ db, now, reach }, { organizationId, code, sectors, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const some = and(
      isNull(organizations.dissolvedOn),
      ne(organizations.kind, 'group'),
      sectors?.length ? inArray(organizations.sector, sectors) : undefined,
    )
    const ruleAt = await rulesBelow(db, setupKeys, organization.path)
    const found = []
    let examined = 0
    for (const part of await partsOf(db, organization.path)) {
      const chosen = and(isIn(part), some)
      for (const { path, ...facts } of await factsOf(db, chosen, day)) {
        examined += 1
        const checks = checksOf(facts, ruleAt({ path, day }), day)
        const { id, unitId, name, kind } = facts
        if (checks.length > 0) found.push({ id, unitId, name, kind, checks })
      }
    }
    const shown = code
      ? found.filter(({ checks }) => checks.some((one) => one.code === code))
      : found
    const byUrgency = shown.toSorted((one, other) => rankOf(one) - rankOf(other))
    return {
      rows: byUrgency.slice((page - 1) * size, page * size),
      total: shown.length,
      examined,
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
