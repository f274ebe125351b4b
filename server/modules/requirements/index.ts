/**
 * Requirements: who owes what by when, and how each stands. Everything is computed from the ledgers, the roster and
 * the rules at the moment somebody asks; nothing is kept. The rows of catalogue/ are the one definition.
 */
import type { RequirementKey } from '@zhixing/contract'
import { dayOf } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { frameAt } from './catalogue/frame.ts'
import { requirementOf } from './catalogue/index.ts'
import { findStands, tally, tallyBelow } from './catalogue/look.ts'
import type { Filter, Page, Stand, Tally } from './catalogue/look.ts'

export { requirementOf } from './catalogue/index.ts'
export { frameAt } from './catalogue/frame.ts'
export type { Frame } from './catalogue/frame.ts'
export { lackOf, toMember, toSecretary } from './rules/reminder.ts'
export type { Stand, Tally } from './catalogue/look.ts'

type Asked = {
  readonly path: string
  readonly requirement?: RequirementKey
  readonly year?: number | undefined
  readonly now: Date
}

/** How everybody below a path stands under one requirement: the rows that lists, counts and derivations share. */
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

/** The counts by the organization one step below the path. */
export async function talliesBelow(
  db: Reader,
  { requirement = 'memberHours', path, year, now }: Asked,
): Promise<ReadonlyMap<string, Tally>> {
  const frame = await frameAt(db, { path, year, now, today: dayOf(now) })
  return tallyBelow(db, { requirement: requirementOf(requirement), frame }, path.split('/').length)
}
