import { contract } from '@zhixing/contract'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../index.ts'
import { organizationCounts, organizations } from '../table.ts'
import { matching } from './tree.ts'

export const listOrganizations = view(
  contract.organizations.list,
  async ({ db, reach }, { page, size, organizationId, text, kinds, sectors, tiers }) => {
    const there = organizationId ? (await narrowTo(db, reach, organizationId)).reach : reach
    const chosen = and(
      within(there, organizations.path),
      isNull(organizations.dissolvedOn),
      text ? matching(text) : undefined,
      kinds?.length ? inArray(organizations.kind, kinds) : undefined,
      sectors?.length ? inArray(organizations.sector, sectors) : undefined,
      tiers?.length ? inArray(organizations.tier, tiers) : undefined,
    )
    const { id, unitId, name, kind, sector, tier, code } = organizations
    const rows = await db
      .select({
        id,
        unitId,
        name,
        kind,
        sector,
        tier,
        code,
        members: sql<number>`coalesce(${organizationCounts.members}, 0)`,
      })
      .from(organizations)
      .leftJoin(organizationCounts, eq(organizationCounts.id, organizations.id))
      .where(chosen)
      .orderBy(asc(organizations.nameKey), asc(organizations.id))
      .limit(size)
      .offset((page - 1) * size)
    return { rows, total: await db.$count(organizations, chosen) }
  },
)
