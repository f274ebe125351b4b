import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { copiesOf, keepMovement } from '../store/stock.ts'
import type { Kept, NewMovement } from '../store/stock.ts'
import { findTitle } from '../store/titles.ts'
import type { Title } from '../store/titles.ts'

type Shelf = { readonly unitId: string; readonly titleId: string; readonly organizationId: string }

/** An organization of ours and a title that it knows. */
export async function requireShelf({ tx, reach }: Pick<Scene, 'tx' | 'reach'>, input: Shelf) {
  const at = await requireLive(tx, reach, input.organizationId)
  const title = await findTitle(tx, [at.path], input)
  if (!title || title.unitId !== at.unitId) throw missing('materials.unknown')
  return { at, title, shelf: { organizationId: at.id, holderId: at.id } }
}

type Who = {
  readonly name: string
  readonly title: Pick<Title, 'name'>
  readonly isMember?: boolean
}

/** The movement, or in words how many are missing. */
export async function move(
  tx: Db,
  row: NewMovement,
  { name, title, isMember }: Who,
): Promise<Kept> {
  const kept = await keepMovement(tx, row)
  if (kept !== 'short') return kept
  const copies = await copiesOf(tx, row)
  const wanted = -row.delta
  const words = { 书名: title.name, 库存: copies, 要用: wanted }
  throw isMember
    ? conflict('materials.shortHeld', { ...words, 姓名: name })
    : conflict('materials.short', { ...words, 单位: name, 差: wanted - copies })
}

/** Who wrote it, and when. */
export function writtenBy({ actor, now }: Pick<Scene, 'actor' | 'now'>) {
  return { byId: actor.accountId, byName: actor.name, at: now, day: dayOf(now) }
}

export function refuseFuture(on: string, now: Date): void {
  const today = dayOf(now)
  if (on > today) throw conflict('materials.future', { 今天: today })
}
