import type { contract, Input } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import type { Caller } from '../kernel/caller.ts'
import { newId } from '../kernel/ids.ts'
import { found } from '../modules/resources/acts/found.ts'
import { order } from '../modules/resources/acts/order.ts'
import { resources } from '../modules/resources/table.ts'
import { db } from './database.ts'

type Draft = Input<typeof contract.resources.found>['resource']
export type ResourceKey = { readonly unitId: string; readonly resourceId: string }

const plain = {
  isShared: false,
  count: 1,
  seats: null,
  feature: '',
  spot: null,
  opening: [],
  honours: [],
  isRed: false,
  partOfId: null,
} as const
const venue = { openingRules: '', equipment: [], criteria: '' }

export const roomDraft: Draft = {
  ...plain,
  opening: [],
  honours: [],
  name: '党员活动室',
  details: { ...venue, equipment: [], kind: 'room', type: 'activityRoom' },
}
export const baseDraft: Draft = {
  ...roomDraft,
  name: '红溪基地',
  feature: '重走红溪送粮路',
  isShared: true,
  details: { ...venue, equipment: [], kind: 'base', type: 'openBase' },
}
export const lecturerDraft: Draft = {
  ...roomDraft,
  name: '林老师',
  isShared: true,
  details: {
    kind: 'lecturer',
    type: 'theory',
    origin: 'teacher',
    rank: 'senior',
    employer: '县委党校',
    subjects: ['党的创新理论'],
    audience: '',
    term: null,
    memberId: null,
  },
}

/** Registers a resource through the act that people use. What is shared is so only while its test lasts. */
export async function plantResource(
  caller: Caller,
  organizationId: string,
  resource: Draft,
): Promise<ResourceKey> {
  const key = await found(caller, { organizationId, resource })
  if (resource.isShared) onTestFinished(() => keepForItself(key))
  return key
}

/** Every test of the same database sees what is shared. */
async function keepForItself({ resourceId }: ResourceKey): Promise<void> {
  await db.update(resources).set({ isShared: false }).where(eq(resources.id, resourceId))
}

export const itemDraft: Input<typeof contract.resources.keepItem>['item'] = {
  category: 'partySpirit',
  form: 'immersive',
  title: '送粮路上的党课',
  body: '',
  minutes: 120,
  persons: 40,
  honours: [],
  isOffered: true,
}

type Ordered = Input<typeof contract.resources.order>

/** Orders two hours in the morning of a day. */
export function orderDay(
  caller: Caller,
  key: ResourceKey & { readonly organizationId: string },
  changes: Partial<Ordered> & { readonly day?: string; readonly hour?: number } = {},
) {
  const { day = '2026-06-10', hour = 9, ...words } = changes
  const from = new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000
  const [start, end] = [new Date(from), new Date(from + 7_200_000)]
  const span = { from: start.toISOString(), until: end.toISOString() }
  const plainly = { itemId: null, title: '主题党日', persons: 20, quantity: 1, note: '' }
  return order(caller, { ...key, bookingId: newId(), span, ...plainly, ...words })
}
