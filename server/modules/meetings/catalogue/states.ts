import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { monthOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { activities, closures } from '../../activities/table.ts'
import { tallyOf } from '../rules/frequency.ts'
import type { Period } from '../rules/periods.ts'
import { owingIn } from './owing.ts'
import type { Branch, Owing } from './owing.ts'
import { inForce } from './rows.ts'

/** So many branches at a time: a county waits for one or two statements, and a province never lies in memory. */
const portionSize = 600

/** Unit by unit, whose rows lie beside each other and, in a cluster, on one node. */
export function portionsOf(branches: readonly Branch[]): Branch[][] {
  const units = [...Map.groupBy(branches, ({ unitId }) => unitId).values()]
  return units.flatMap((some) =>
    Array.from({ length: Math.ceil(some.length / portionSize) }, (_, at) =>
      some.slice(at * portionSize, (at + 1) * portionSize),
    ),
  )
}

type Scope = Owing & { readonly periodsOf: (kind: MeetingKind) => readonly Period[] }

/**
 * What became of each period for these branches, without a word on any single meeting: of each kind only the months of
 * the periods asked about are read. For sums over many branches, handed in by portions.
 */
export async function statesOf(db: Reader, scope: Scope) {
  const linesOf = await owingIn(db, scope)
  const found = await findHeld(db, scope)
  return scope.branches.flatMap((branch) =>
    linesOf(branch).map(({ kind, owed, line }) => {
      const own = found.get(keyOf(branch.id, kind.key, line.groupId)) ?? []
      const periods = scope.periodsOf(kind)
      return { ...line, cells: periods.map((period) => tallyOf(period, own, owed)) }
    }),
  )
}

async function findHeld(db: Reader, { branches, kinds, periodsOf }: Scope) {
  const { organizationId, groupId, kind, month, startsAt } = activities
  const asked = kinds.map((one) => {
    const months = periodsOf(one).flatMap(({ from, until }) => [monthOf(from), monthOf(until)])
    const [first = '', last = first] = [months.toSorted()[0], months.toSorted().at(-1)]
    return and(eq(kind, one.key), gte(month, first), lte(month, last))
  })
  const units = new Set(branches.map(({ unitId }) => unitId))
  const rows = await db
    .select({ organizationId, groupId, kind, month, startsAt, closureId: closures.id })
    .from(activities)
    .leftJoin(closures, inForce())
    .where(
      and(
        oneOf(activities.unitId, units),
        oneOf(
          organizationId,
          branches.map(({ id }) => id),
        ),
        isNull(activities.cancelledAt),
        or(...asked) ?? sql`false`,
      ),
    )
  const byGroup = new Set<string>(kinds.flatMap(({ due, key }) => (due === 'group' ? key : [])))
  const held = rows.map((row) => ({
    key: keyOf(row.organizationId, row.kind, byGroup.has(row.kind) ? row.groupId : null),
    month: row.month,
    startsAt: row.startsAt,
    state: row.closureId === null ? ('planned' as const) : ('closed' as const),
  }))
  return Map.groupBy(held, ({ key }) => key)
}

function keyOf(organizationId: string, kind: string, groupId: string | null): string {
  return `${organizationId} ${kind} ${groupId ?? ''}`
}
