import { newId } from '../kernel/ids.ts'
import { excuses } from '../modules/members/table.ts'
import { keepPack } from '../modules/outreach/acts/packs.ts'
import { planRound } from '../modules/outreach/acts/rounds.ts'
import type { Db } from '../kernel/db.ts'
import { noon, plant, plantCaller } from './world.ts'
import type { Organization, Person } from './world.ts'

/** Somebody whom article 23 excuses, with an account of their own. */
export async function plantExcused(db: Db, branch: Organization, name: string): Promise<Person> {
  const person = await plantCaller(db, branch, { name })
  await db.insert(excuses).values({
    unitId: branch.unitId,
    id: newId(),
    memberId: person.actor.memberId ?? '',
    reason: 'frail',
    from: '2026-01-01',
    until: '2026-12-31',
    approvedBy: '支部委员会',
    byId: newId(),
    at: noon,
  })
  return person
}

/** A branch with two visitors, two excused members, a pack, and a round that brings it to them. */
export async function plantRound(db: Db) {
  const world = await plant(db)
  const first = await plantCaller(db, world.east, { name: '周上门' })
  const second = await plantCaller(db, world.east, { name: '吴同行' })
  const old = await plantExcused(db, world.east, '郑年高')
  const ill = await plantExcused(db, world.east, '王体弱')
  const item = { id: newId(), title: '新修订党章', kind: 'book', copies: 1 } as const
  const packId = newId()
  await keepPack(world.secretary, {
    organizationId: world.east.id,
    packId,
    version: 0,
    title: '二季度资料包',
    items: [item],
  })
  const round = await planRound(world.secretary, {
    organizationId: world.east.id,
    formId: newId(),
    title: '六月送学',
    from: '2026-06-01',
    until: '2026-06-30',
    packId,
    visitorIds: [idOf(first), idOf(second)],
    memberIds: [idOf(old), idOf(ill)],
  })
  return { ...world, first, second, old, ill, item, packId, round }
}

export function idOf({ actor }: Person): string {
  return actor.memberId ?? ''
}

/** What a visitor writes down at a door at noon. */
export function captureOf(
  round: { unitId: string; roundId: string },
  memberId: string,
  changes: Partial<ReturnType<typeof plainCapture>> = {},
) {
  return { ...plainCapture(), ...round, memberId, ...changes }
}

function plainCapture() {
  return {
    captureId: newId(),
    at: new Date(noon.getTime() - 3_600_000).toISOString(),
    isMet: true,
    delivered: [] as string[],
    minutes: 60,
    note: '',
    witness: null as { name: string; relation: 'child' | 'self'; signature: string } | null,
    photoId: null as string | null,
    replaces: false,
  }
}
