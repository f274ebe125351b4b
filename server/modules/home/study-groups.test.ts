import { expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { found, hold, on, plantTown, seat, sitting, words } from '../../testing/study-groups.ts'
import { plantCaller } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { setSeats } from '../studyGroups/acts/groups.ts'
import { addObserver, assignObservers } from '../studyGroups/acts/observers.ts'
import { report } from '../studyGroups/acts/report.ts'
import { cancelSession, planSession } from '../studyGroups/acts/sessions.ts'
import { showBranch } from './views/branch.ts'
import { showMember } from './views/member.ts'

const mine = async (who: Person, day: string) =>
  keysOf((await showMember(on(who, day), {})).todos, /^(studyReport|observe)/)
const atDesk = async (who: Person, day: string, organizationId: string) =>
  keysOf((await showBranch(on(who, day), { organizationId })).todos, /^(studyReport|observe)/)

function keysOf(todos: readonly { key: string; to: string }[], which: RegExp) {
  return todos.filter(({ key }) => which.test(key)).map(({ key, to }) => `${key} ${to}`)
}

test('an overdue report stands among the to-dos of its study secretary, its keepers and those above', async () => {
  const place = await plantTown()
  const { world, town, clerk, leader, deputy, unitId } = place
  const key = await found(place)
  await setSeats(clerk, {
    ...key,
    version: 0,
    seats: [seat(leader, 'leader'), seat(deputy, 'secretary')],
  })
  const one = sitting('2026-05-11')
  const gone = sitting('2026-05-12')
  for (const each of [one, gone]) await planSession(on(clerk, '2026-05-01'), { ...key, ...each })
  const cancelled = { unitId, sessionId: gone.sessionId, version: 0, reason: '改期' }
  await cancelSession(on(clerk, '2026-05-02'), cancelled)
  await hold(on(clerk, '2026-05-12'), one.sessionId)

  const list = '/study-groups/sessions?state=overdue&year=2026'
  const own = `studyReport:${one.sessionId}`
  expect(await mine(deputy, '2026-05-16')).toEqual([])
  expect(await mine(deputy, '2026-05-17')).toEqual([`${own} /study-groups`])
  expect(await mine(leader, '2026-05-17')).toEqual([])
  expect(await atDesk(clerk, '2026-05-16', town.id)).toEqual([])
  expect(await atDesk(clerk, '2026-05-17', town.id)).toEqual([
    `${own} ${list}&open=${unitId}~${one.sessionId}`,
  ])
  expect(await atDesk(world.organizer, '2026-05-17', world.county.id)).toEqual([
    `studyReports ${list}`,
  ])
  expect(await atDesk(world.secretary, '2026-05-17', world.east.id)).toEqual([])

  await report(on(clerk, '2026-05-18'), { unitId, sessionId: one.sessionId, version: 0, ...words })
  expect(await mine(deputy, '2026-05-18')).toEqual([])
  expect(await atDesk(clerk, '2026-05-18', town.id)).toEqual([])
})

test('where somebody was sent stands among their to-dos from when the sitting begins, on both faces', async () => {
  const place = await plantTown()
  const { world, clerk, unitId } = place
  const key = await found(place)
  const sent = await plantCaller(db, world.east, { office: 'secretary', name: '方七' })
  const other = await plantCaller(db, world.east, { office: 'secretary', name: '方八' })
  const who = { memberUnitId: unitId, memberId: sent.actor.personId }
  const day = on(world.organizer, '2026-06-01', '08:00')
  const organizationId = world.county.id
  await addObserver(day, { organizationId, ...who, toursMax: 3 })
  const one = sitting('2026-06-10')
  await planSession(on(clerk, '2026-06-01'), { ...key, ...one })
  const row = { unitId, sessionId: one.sessionId, ...who, because: '' }
  await assignObservers(day, { organizationId, rows: [row] })

  expect(await mine(sent, '2026-06-09')).toEqual([])
  const [inHand] = await mine(sent, '2026-06-10')
  expect(inHand).toMatch(/^observe:(\S+) \/observe\/\1$/)
  const [seen] = await atDesk(sent, '2026-06-10', world.east.id)
  expect(seen).toMatch(/^observe:(\S+) \/observe\?open=\1$/)
  expect(await atDesk(other, '2026-06-10', world.east.id)).toEqual([])
})
