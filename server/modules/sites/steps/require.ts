import { siteTypes } from '@zhixing/contract/site-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Db } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { findMember } from '../../members/index.ts'
import { findRoom } from '../../resources/index.ts'
import { lockSite } from '../store.ts'

type Key = { readonly unitId: string; readonly siteId: string }

/** A site that still is one, held still with what is kept of it. */
async function lockRoom(tx: Db, { unitId, siteId }: Key) {
  const room = await findRoom(tx, { unitId, resourceId: siteId })
  if (!room || room.retiredOn || !(room.type in siteTypes)) throw missing('sites.unknown')
  const site = await lockSite(tx, { unitId, siteId }, dayOf(room.at))
  if (!site) throw missing('sites.unknown')
  return { room, site, place: { unitId, path: room.path } }
}

export async function requireSite(tx: Db, reach: Reach, key: Key) {
  const room = await findRoom(tx, { unitId: key.unitId, resourceId: key.siteId })
  if (!room || !covers(reach, room.path)) throw missing('sites.unknown')
  return lockRoom(tx, key)
}

/** Whoever manages it, or records for the organization whose site it is. */
export async function requireRecorder(tx: Db, actor: Actor, key: Key) {
  const found = await lockRoom(tx, key)
  if (!isRecorder(actor, { ...found.site, path: found.room.path })) throw missing('sites.unknown')
  return found
}

type Site = { readonly unitId: string; readonly managerId: string | null; readonly path: string }

export function isRecorder(
  { appointments, unitId, memberId }: Actor,
  { managerId, path, ...site }: Site,
): boolean {
  const isManager = memberId !== undefined && managerId === memberId && unitId === site.unitId
  return isManager || covers(reachOf(appointments, 'sites.record'), path)
}

/** Somebody on the roll of the unit. */
export async function requireManager(
  tx: Db,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string | null },
  reach: Reach,
): Promise<void> {
  if (!memberId) return
  const found = await findMember(tx, reach, { unitId, memberId })
  if (!found || found.member.leftOn) throw missing('sites.manager')
}
