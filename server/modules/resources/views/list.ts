import { contract } from '@zhixing/contract'
import { and, asc, count, eq, ilike, isNull, not, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { usableBy } from '../store/resources.ts'
import { resourceBookings, resources } from '../table.ts'
import { rowsFor } from './rows.ts'

const nothing = { lecturer: 0, room: 0, base: 0, kit: 0 }

const typesMost = 100

/** What an organization has and may order, by name. */
export const listResources = view(
  contract.resources.list,
  async ({ db, now, reach, actor }, { organizationId, kind, type, page, size, ...input }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const known = and(usableBy(below), ...filtersOf(below, input))
    const ofKind = and(known, kind ? eq(resources.kind, kind) : undefined)
    const chosen = and(ofKind, type ? eq(resources.type, type) : undefined)
    const rows = await db
      .select({ resource: resources, organizationName: organizations.name })
      .from(resources)
      .innerJoin(organizations, eq(organizations.id, resources.organizationId))
      .where(chosen)
      .orderBy(asc(resources.nameKey), asc(resources.id))
      .limit(size)
      .offset((page - 1) * size)
    const kinds = await db
      .select({ kind: resources.kind, count: count() })
      .from(resources)
      .where(known)
      .groupBy(resources.kind)
    const types = await db
      .select({ type: resources.type, count: count() })
      .from(resources)
      .where(ofKind)
      .groupBy(resources.type)
      .orderBy(asc(resources.type))
      .limit(typesMost)
    const managed = reachOf(actor.appointments, 'resources.manage')
    const mayManage = covers(managed, organization.path)
    const waiting = and(within(below, resourceBookings.path), eq(resourceBookings.state, 'ordered'))
    return {
      rows: await rowsFor(db, rows, { actor, now }),
      total: await db.$count(resources, chosen),
      counts: {
        ...nothing,
        ...Object.fromEntries(kinds.map((one) => [one.kind, one.count])),
      },
      types,
      waiting: mayManage
        ? await db.$count(resourceBookings, and(waiting, sql`${resourceBookings.from} > ${now}`))
        : 0,
      mayManage,
    }
  },
)

type Filters = {
  readonly text: string
  readonly from: 'all' | 'own' | 'shared'
  readonly onlyRed: boolean
  readonly origin?: string
  readonly withRetired: boolean
}

function filtersOf(
  below: readonly string[],
  { text, from, onlyRed, withRetired, origin }: Filters,
) {
  const own = within(below, resources.path)
  const like = containing(text)
  const words = or(
    ilike(resources.name, like),
    ilike(resources.nameKey, like),
    ilike(resources.feature, like),
    sql`${resources.details}::text ilike ${like}`,
    sql`${resources.honours}::text ilike ${like}`,
  )
  const filters: (SQL | undefined)[] = [
    from === 'own' ? own : undefined,
    from === 'shared' ? not(own) : undefined,
    origin ? sql`${resources.details} ->> 'origin' = ${origin}` : undefined,
    onlyRed ? eq(resources.isRed, true) : undefined,
    // Those who keep the register still see what they no longer lend.
    withRetired ? or(isNull(resources.retiredOn), own) : isNull(resources.retiredOn),
    text ? words : undefined,
  ]
  return filters
}
