import type { ResourceFacts } from '@zhixing/contract'
import { lecturerCategories } from '@zhixing/contract/resource-words.ts'
import type { Scene } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { sendNotice } from '../../notices/index.ts'
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

/**
 * A house has rooms and is in none itself: so nothing can be part of its own part. It is one's own, of somebody above or
 * below, or shared; a neighbour's house is theirs.
 */
async function requireHouse(tx: Db, { unitId, path, resourceId }: Owner, partOfId: string | null) {
  if (!partOfId) return
  const house = await findInUnit(tx, { unitId, resourceId: partOfId })
  const isHouse = house && (house.kind === 'room' || house.kind === 'base')
  if (!isHouse || house.id === resourceId || house.partOfId !== null || house.retiredOn)
    throw conflict('resources.part')
  if (!house.isShared && !isInLine(path, house.path)) throw conflict('resources.part')
}

function isInLine(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
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

type Appointed = {
  readonly unitId: string
  readonly path: string
  readonly resourceId: string
  readonly name: string
}

/** One of our own ranks who is appointed to teach is told so, once for each term. */
export async function tellAppointed(
  { tx, actor, now }: Pick<Scene, 'tx' | 'actor' | 'now'>,
  { unitId, path, resourceId, name }: Appointed,
  details: ResourceFacts['details'],
): Promise<void> {
  if (details.kind !== 'lecturer' || !details.memberId || !details.term) return
  const { by, from, until } = details.term
  await sendNotice(tx, {
    unitId,
    path,
    key: `lecturer:${resourceId}:${from}:${until}`,
    kind: 'lecturer',
    from: by,
    fromId: actor.accountId,
    title: '聘任为讲师',
    body: `${by}聘任${name}同志为${lecturerCategories[details.type]}类讲师，聘期 ${from} 至 ${until}。`,
    link: '/',
    personIds: [details.memberId],
    now,
  })
}
