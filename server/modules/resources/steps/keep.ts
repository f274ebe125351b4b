import type { ResourceFacts } from '@zhixing/contract'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { findInUnit } from '../store/resources.ts'

type Owner = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  /** Nothing while it is being registered. */
  readonly resourceId: string | undefined
}

/** What a form says about a resource, as the row keeps it; what it names must be there. */
export async function columnsOf(tx: Db, owner: Owner, facts: ResourceFacts) {
  await requireHouse(tx, owner, facts.partOfId)
  await requireOwnRanks(tx, owner, facts.details)
  const { name, details, isShared, count, seats, feature, opening, honours, isRed } = facts
  return {
    name,
    kind: details.kind,
    type: details.type,
    details,
    isShared,
    count,
    seats,
    feature,
    address: facts.spot?.address ?? '',
    latitude: facts.spot?.latitude ?? null,
    longitude: facts.spot?.longitude ?? null,
    opening,
    honours,
    isRed,
    partOfId: facts.partOfId,
  }
}

/** A house has rooms and is in none itself: so nothing can be part of its own part. */
async function requireHouse(tx: Db, { unitId, resourceId }: Owner, partOfId: string | null) {
  if (!partOfId) return
  const house = await findInUnit(tx, { unitId, resourceId: partOfId })
  const isHouse = house && (house.kind === 'room' || house.kind === 'base')
  if (!isHouse || house.id === resourceId || house.partOfId !== null || house.retiredOn)
    throw conflict('resources.part')
}

async function requireOwnRanks(
  tx: Db,
  { unitId, path }: Owner,
  details: ResourceFacts['details'],
): Promise<void> {
  if (details.kind !== 'lecturer' || !details.memberId) return
  const found = await findMember(tx, [path], { unitId, memberId: details.memberId })
  if (!found || found.member.leftOn) throw conflict('resources.member')
}
