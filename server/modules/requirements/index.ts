/**
 * Requirements: who owes what by when, and how each stands. Everything is computed from the ledgers, the roster and
 * the rules at the moment somebody asks; nothing is kept. The rows of catalogue/ are the one definition.
 */
import type { RequirementKey } from '@zhixing/contract'
import { dayOf } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { frameAt } from './catalogue/frame.ts'
import type { Who } from './catalogue/frame.ts'
import { allRequirements, requirementOf } from './catalogue/index.ts'
import { findStands, tally } from './catalogue/look.ts'
import type { Filter, Page, Stand, Tally } from './catalogue/look.ts'
import { askedOf } from './catalogue/scene.ts'

export { frameAt } from './catalogue/frame.ts'
export type { Frame } from './catalogue/frame.ts'
export { requirementOf } from './catalogue/index.ts'
export { findStands, tally, tallyBelow } from './catalogue/look.ts'
export { leaderSeats } from './catalogue/owing.ts'
export { progressOf } from './catalogue/progress.ts'
export { findSecretaries } from './store.ts'
export { dueOfFullYear } from './catalogue/scene.ts'

type Asked = {
  readonly path: string
  readonly requirement?: RequirementKey
  readonly year?: number | undefined
  readonly now: Date
}

/**
 * How everybody below a path stands under one requirement: the rows that lists, counts and derivations share.
 * @public
 */
export async function standingsOf(
  db: Reader,
  { requirement = 'memberHours', path, year, now }: Asked,
  filter: Filter = {},
  page?: Page,
): Promise<Stand[]> {
  const frame = await frameAt(db, { path, year, now, today: dayOf(now) })
  return findStands(db, { requirement: requirementOf(requirement), frame, filter }, page)
}

/** The counts of the same rows. */
export async function tallyOf(
  db: Reader,
  { requirement = 'memberHours', path, year, now }: Asked,
): Promise<Tally> {
  const frame = await frameAt(db, { path, year, now, today: dayOf(now) })
  return tally(db, { requirement: requirementOf(requirement), frame })
}

const named = 4

/** Every requirement under which somebody lags behind, with the counts and the first few of them. */
export async function lagging(
  db: Reader,
  { path, now, only }: Pick<Asked, 'path' | 'now'> & { readonly only?: Who },
) {
  const frame = await frameAt(db, { path, now, today: dayOf(now), only })
  const found = []
  for (const requirement of allRequirements) {
    const counted = await tally(db, { requirement, frame })
    const { atRisk, behind } = counted.counts
    if (atRisk + behind === 0) continue
    const page = { sort: 'gap', page: 1, size: named } as const
    const stands = await findStands(db, { requirement, frame }, page)
    found.push({
      requirement,
      asked: askedOf(requirement, frame),
      year: frame.year,
      tally: counted,
      first: stands.filter(({ standing }) => standing === 'atRisk' || standing === 'behind'),
    })
  }
  return found
}
