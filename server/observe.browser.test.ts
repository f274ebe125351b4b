import { expect, test } from 'vitest'
import { addObserver, assignObservers } from './modules/studyGroups/acts/observers.ts'
import { planSession } from './modules/studyGroups/acts/sessions.ts'
import { db } from './testing/database.ts'
import { expectToSee } from './testing/expect.ts'
import { openSite } from './testing/site.ts'
import { found, on, plantTown, sitting } from './testing/study-groups.ts'
import { plantCaller } from './testing/world.ts'

test('who was sent to sit in finds the sheet from the first page of both faces, and hands it in', async () => {
  const place = await plantTown()
  const { world, clerk, unitId } = place
  const key = await found(place)
  const sent = await plantCaller(db, world.east, { office: 'secretary', name: '方七' })
  const who = { memberUnitId: unitId, memberId: sent.actor.personId }
  const day = on(world.organizer, '2026-05-10', '08:00')
  const organizationId = world.county.id
  await addObserver(day, { organizationId, ...who, toursMax: 3 })
  const one = sitting('2026-05-20')
  await planSession(on(clerk, '2026-05-10'), { ...key, ...one })
  const row = { unitId, sessionId: one.sessionId, ...who, because: '' }
  await assignObservers(day, { organizationId, rows: [row] })

  const { visit } = await openSite()
  const hand = await visit('/m/', sent, { width: 390, height: 844 })
  await hand.getByText('填写旁听记录表：东河镇党委理论学习中心组').waitFor()
  await hand.goto(new URL('/m/study-groups/sessions', hand.url()).href)
  await expectToSee(hand, '派给我的旁听')

  const desk = await visit('/', sent)
  await desk.getByRole('link', { name: /^去填写/ }).click()
  await expectToSee(desk, '旁听记录表')
  expect(new URL(desk.url()).pathname).toBe('/observe')
  await expectToSee(desk, '交记录表')
}, 120_000)
