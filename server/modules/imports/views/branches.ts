import { contract } from '@zhixing/contract'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { finderOf } from '../rules/branches.ts'
import { branchesBelow, findImport } from '../store/imports.ts'
import { importRows } from '../table.ts'

const suggestionsMax = 3
const spellingsMax = 5_000

/** Every spelling in the file with the branch it was taken for; those not found first, with suggestions. */
export const listSpellings = view(
  contract.imports.branches,
  async ({ db, reach }, { page, size, ...key }) => {
    const found = await findImport(db, reach, key)
    if (!found) throw missing('imports.unknown')
    const { record } = found
    const spellings = await db
      .select({
        spelling: importRows.branch,
        organizationId: importRows.organizationId,
        organizationName: organizations.name,
        count: sql<number>`count(*)::int`,
      })
      .from(importRows)
      .leftJoin(organizations, eq(organizations.id, importRows.organizationId))
      .where(
        and(
          eq(importRows.unitId, record.unitId),
          eq(importRows.importId, record.id),
          ne(importRows.branch, ''),
        ),
      )
      .groupBy(importRows.branch, importRows.organizationId, organizations.name)
      .orderBy(
        sql`${importRows.organizationId} is not null`,
        desc(sql`count(*)`),
        importRows.branch,
      )
      .limit(spellingsMax)

    const times = Map.groupBy(spellings, ({ organizationId }) => organizationId)
    const finder = finderOf(await branchesBelow(db, record.path, record.unitId))
    const isVariant = ({ organizationId }: (typeof spellings)[number]) =>
      organizationId !== null && (times.get(organizationId)?.length ?? 0) > 1
    return {
      total: spellings.length,
      unknown: times.get(null)?.length ?? 0,
      variants: spellings.filter(isVariant).length,
      rows: spellings.slice((page - 1) * size, page * size).map((row) => ({
        ...row,
        isVariant: isVariant(row),
        suggestions: row.organizationId
          ? []
          : finder
              .suggest(row.spelling, suggestionsMax)
              .map(({ id, name }) => ({ organizationId: id, name })),
      })),
    }
  },
)
