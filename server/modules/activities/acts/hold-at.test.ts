import { expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { baseDraft, orderDay, plantResource } from '../../../testing/resources.ts'
import { planned } from '../../../testing/theme-day.ts'
import { plant, plantCaller } from '../../../testing/world.ts'
import { decide } from '../../resources/acts/decide.ts'
import { listOrders } from '../../resources/views/orders.ts'
import { listBases } from '../views/bases.ts'
import { showActivity } from '../views/show.ts'
import { holdActivityAt } from './hold-at.ts'

const morning = { startsAt: '2026-06-10T01:00:00.000Z', endsAt: '2026-06-10T03:00:00.000Z' }

test('[S3-19] a theme day is held at the base that was ordered for it: the activity names the base, the order the activity', async () => {
  const world = await plant(db)
  const { secretary, organizer, east, west } = world
  const base = await plantResource(organizer, world.county.id, baseDraft)
  const key = await planned(secretary, east.id, morning)
  const { bookingId } = await orderDay(secretary, { ...base, organizationId: east.id })
  const order = { unitId: base.unitId, bookingId }
  expect(await listBases(secretary, key)).toEqual({ held: null, rows: [] })
  await expectRefusal(holdActivityAt(secretary, { ...key, order }), 'resources.order')
  await decide(organizer, { ...order, version: 0, outcome: 'approve', reason: '' })

  expect((await listBases(secretary, key)).rows).toMatchObject([{ ...order, name: '红溪基地' }])
  expect(await holdActivityAt(secretary, { ...key, order })).toMatchObject({ place: '红溪基地' })
  expect(await listBases(secretary, key)).toMatchObject({ held: { bookingId, isHeld: true } })
  const shown = await showActivity(secretary, key)
  expect(shown.place).toBe('红溪基地')
  const asked = { organizationId: east.id, side: 'theirs' as const, page: 1, size: 9 }
  const held = { activityId: key.activityId, title: shown.title }
  expect((await listOrders(secretary, asked)).rows).toMatchObject([{ activity: held }])

  const later = { startsAt: '2026-06-10T06:00:00.000Z', endsAt: '2026-06-10T08:00:00.000Z' }
  const afternoon = await planned(secretary, east.id, { ...later, kind: 'lecture' })
  await expectRefusal(holdActivityAt(secretary, { ...afternoon, order }), 'resources.activityTime')
  const twin = await planned(secretary, east.id, { ...morning, kind: 'lecture' })
  await expectRefusal(holdActivityAt(secretary, { ...twin, order }), 'resources.activityOther')
  const neighbour = await plantCaller(db, west, { office: 'secretary' })
  const theirs = await planned(neighbour, west.id, morning)
  await expectRefusal(holdActivityAt(neighbour, { ...theirs, order }), 'resources.orderUnknown')
  await expectRefusal(holdActivityAt(neighbour, { ...key, order }), 'activities.unknown')

  await holdActivityAt(secretary, { ...key, order: null })
  expect((await listOrders(secretary, asked)).rows).toMatchObject([{ activity: null }])
  expect(await holdActivityAt(secretary, { ...twin, order })).toMatchObject({ place: '红溪基地' })
})
