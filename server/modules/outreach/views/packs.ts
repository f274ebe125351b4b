import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, like, or } from 'drizzle-orm'
import { atOrAbove } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { outreachPacks } from '../table.ts'

/** Packs of ours and below, and those that others above have put together for us. */
export const listPacks = view(contract.outreach.packs, async (sight, input) => {
  const { db } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = and(
    isNull(outreachPacks.endedOn),
    or(
      like(outreachPacks.path, `${organization.path}%`),
      atOrAbove(organization.path, outreachPacks.path),
    ),
  )
  const rows = await db
    .select({ pack: outreachPacks, organizationName: organizations.name })
    .from(outreachPacks)
    .innerJoin(organizations, eq(organizations.id, outreachPacks.organizationId))
    .where(chosen)
    .orderBy(asc(outreachPacks.path), asc(outreachPacks.title), asc(outreachPacks.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  return {
    total: await db.$count(outreachPacks, chosen),
    rows: rows.map(({ pack: { unitId, id, title, items, version }, organizationName }) => ({
      unitId,
      packId: id,
      title,
      organizationName,
      items,
      version,
    })),
  }
})
