import { organizationKinds } from '@zhixing/contract/words.ts'
import type { Scene } from '../../../kernel/act.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMembersOf } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { lockGroup } from '../store/groups.ts'
import type { GroupKey } from '../store/groups.ts'
import { lockSession } from '../store/sessions.ts'
import type { SessionKey } from '../store/sessions.ts'

export function byOf({ actor, now }: { readonly actor: Actor; readonly now: Date }) {
  return { byId: actor.accountId, byName: actor.name, at: now }
}

const withGroups: ReadonlySet<string> = new Set([
  'committee',
  'workCommittee',
  'agencyCommittee',
  'leadingGroup',
  'temporaryCommittee',
])

/** A committee, held still: only those have study groups. */
export async function requireCommittee({ tx, reach }: Scene, organizationId: string) {
  const organization = await requireLive(tx, reach, organizationId)
  const { kind, name } = organization
  if (!withGroups.has(kind))
    throw conflict('studyGroups.committeeOnly', { 名称: name, 类别: organizationKinds[kind] })
  return organization
}

export async function requireGroup({ tx, reach }: Scene, key: GroupKey) {
  const group = await lockGroup(tx, reach, key)
  if (!group) throw missing('studyGroups.unknown')
  return group
}

/** The sitting, held still and not called off. */
export async function requireSession({ tx, reach }: Scene, key: SessionKey) {
  const session = await lockSession(tx, reach, key)
  if (!session) throw missing('studyGroups.sessionUnknown')
  if (session.cancelledAt) throw conflict('studyGroups.cancelled')
  return session
}

type Who = { readonly memberUnitId: string; readonly memberId: string }

/** Refused unless all of them are on the rolls within the reach; returns their names and homes. */
export async function requirePeople({ tx, reach }: Scene, people: readonly Who[]) {
  const found = []
  for (const [unitId, own] of Map.groupBy(people, ({ memberUnitId }) => memberUnitId)) {
    const memberIds = own.map(({ memberId }) => memberId)
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await findMembersOf(tx, reach, { unitId, memberIds })))
  }
  const lost = new Set(people.map(({ memberId }) => memberId)).size - found.length
  if (lost > 0) throw conflict('studyGroups.memberUnknown', { 人数: lost })
  return new Map(found.map((one) => [one.memberId, one]))
}
