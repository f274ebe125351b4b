import type { Reader } from '../../../kernel/db.ts'
import { bulletinRow, spanOfHalf } from '../rules/bulletin.ts'
import { groupsIn, sittingsOf } from './facts.ts'

/** What half a year comes to for every group below, from their records; one's own group is none of them. */
export async function draftRows(
  db: Reader,
  { path }: { readonly path: string },
  { year, half, now }: { readonly year: number; readonly half: number; readonly now: Date },
) {
  const found = (await groupsIn(db, [path])).filter(({ group }) => group.path !== path)
  const groups = found.map(({ group }) => group)
  const { rules, of } = await sittingsOf(db, groups, spanOfHalf(year, half))
  return groups.map((group) => {
    const { quarters, attendance } = rules.demandsOf(group.path, year)
    const [first, second] = half === 1 ? quarters.slice(0, 2) : quarters.slice(2)
    const asked = { discussions: (first ?? 0) + (second ?? 0), attendance }
    return bulletinRow({ groupId: group.id, name: group.name }, of(group.id), asked, now)
  })
}
