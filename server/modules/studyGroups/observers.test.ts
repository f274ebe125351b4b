import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { found, on, plantTown, seat, sitting } from '../../testing/study-groups.ts'
import type { Town } from '../../testing/study-groups.ts'
import { plant, plantCaller, plantOrganization } from '../../testing/world.ts'
import type { Organization, Person } from '../../testing/world.ts'
import { roomDraft } from '../../testing/resources.ts'
import { showActivity } from '../activities/views/show.ts'
import { members } from '../members/table.ts'
import { resources } from '../resources/table.ts'
import { establish } from './acts/groups.ts'
import { observe, withdrawObserver } from './acts/observe.ts'
import { addObserver, assignObservers } from './acts/observers.ts'
import { planSession } from './acts/sessions.ts'
import {
  listObservations,
  listObservers,
  myObservations,
  proposeObservers,
} from './views/observers.ts'
import { showSession } from './views/sessions.ts'

let place: Town
let { world, town, clerk, leader, unitId } = {} as Town
beforeEach(async () => {
  place = await plantTown()
  ;({ world, town, clerk, leader, unitId } = place)
})

const answers = {
  theme: 5,
  preparation: 4,
  leaderPresent: 'yes',
  discussion: 60,
  practice: 4,
  materials: 3,
  overall: 'good',
  advice: '发言提纲准备充分，落实措施要到人。',
}

const roomAt = (organization: Organization, latitude: number) => ({
  unitId: organization.unitId,
  organizationId: organization.id,
  path: organization.path,
  kind: 'room' as const,
  type: 'meetingRoom',
  name: organization.name,
  nameKey: '',
  details: roomDraft.details,
  isShared: false,
  count: 1,
  feature: '',
  address: '',
  latitude,
  longitude: 110,
  opening: [],
  honours: [],
  isRed: false,
  at: new Date('2026-01-01T00:00:00Z'),
})

/** Another town to the north, with its own group; one degree of latitude is 111 kilometres. */
async function plantHill() {
  const hill = await plantOrganization(db, world.county, '西山镇党委', { kind: 'committee' })
  const hillHouse = await plantOrganization(db, hill, '西山机关支部')
  const hillLeader = await plantCaller(db, hillHouse, { name: '石六', nameKey: 'shiliu' })
  const hillKey = await establish(world.organizer, {
    organizationId: hill.id,
    name: '西山镇中心组',
    seats: [seat(hillLeader, 'leader')],
  })
  await db.insert(resources).values([roomAt(town, 30), roomAt(hill, 31), roomAt(world.east, 30.1)])
  return { hillKey, hillLeader }
}

test('[S3-13] [S3-14] observers are proposed at least effort, and nobody sees their own group', async () => {
  const key = await found(place)
  const { hillKey, hillLeader } = await plantHill()
  const day = on(world.organizer, '2026-06-01', '08:00')
  const one = sitting('2026-06-10')
  await planSession(day, { ...key, ...one })
  const propose = () => proposeObservers(day, { organizationId: world.county.id })
  expect((await propose()).uncovered.map(({ because }) => because)).toEqual([
    '还没有旁听人员，请先登记',
    '这段时间还没有安排学习，请先催学习计划',
  ])
  const near = await plantCaller(db, world.east, { name: '方七', nameKey: 'fangqi' })
  const add = (who: Person, toursMax = 3) =>
    addObserver(day, {
      organizationId: world.county.id,
      memberUnitId: unitId,
      memberId: who.actor.personId,
      toursMax,
    })
  await add(leader)
  await add(near)
  await add(hillLeader)
  const two = sitting('2026-06-10', { title: '西山学习' })
  await planSession(day, { ...hillKey, ...two })
  const proposal = await propose()
  expect(proposal.uncovered).toEqual([])
  expect(proposal).toMatchObject({ groups: 2, seen: 0 })
  const sent = new Map(proposal.rows.map((row) => [row.groupName, row.observerName]))
  expect(sent.get('东河镇党委理论学习中心组')).toBe('方七')
  expect(sent.get('西山镇中心组')).toBe('丁一')
  const mine = proposal.rows.find(({ observerName }) => observerName === '方七')
  expect(mine?.kilometres).toBe(11)
  expect(mine?.because).toEqual(['从东支部去约 11 公里', '能去的 2 人里最近', '今年第 1 次'])

  const send = (who: Person, sessionId: string) =>
    assignObservers(day, {
      organizationId: world.county.id,
      rows: [
        { unitId, sessionId, memberUnitId: unitId, memberId: who.actor.personId, because: '' },
      ],
    })
  await expectRefusal(send(leader, one.sessionId), 'studyGroups.ownGroup')
  await expectRefusal(send(world.member, one.sessionId), 'studyGroups.observerUnknown')
  const rows = proposal.rows.map(({ because, ...row }) => ({ ...row, because: because.join('；') }))
  expect(await assignObservers(day, { organizationId: world.county.id, rows })).toEqual({
    assigned: 2,
  })
  await expectRefusal(send(near, one.sessionId), 'studyGroups.observerBusy')
  expect((await propose()).seen).toBe(2)
  const pool = await listObservers(day, { organizationId: world.county.id })
  expect(pool.rows.map(({ name, assigned }) => `${name}${String(assigned)}`).toSorted()).toEqual(
    ['丁一1', '方七1', '石六0'].toSorted(),
  )
  const elsewhere = await plant(db)
  await expectRefusal(
    assignObservers(elsewhere.organizer, { organizationId: elsewhere.county.id, rows }),
    'studyGroups.sessionUnknown',
  )
})

test('[S3-13] [S3-14] whoever was sent fills in the sheet once, the group reads it, and years add up', async () => {
  const key = await found(place)
  const { hillLeader } = await plantHill()
  const near = await plantCaller(db, world.east, { name: '方七', nameKey: 'fangqi' })
  const day = on(world.organizer, '2026-06-01', '08:00')
  const who = { memberUnitId: unitId, memberId: near.actor.personId }
  await addObserver(day, { organizationId: world.county.id, ...who, toursMax: 3 })
  await expectRefusal(
    addObserver(clerk, { organizationId: town.id, ...who, toursMax: 1 }),
    'studyGroups.memberUnknown',
  )
  const one = sitting('2026-06-10')
  await planSession(day, { ...key, ...one })
  const row = { unitId, sessionId: one.sessionId, ...who, because: '' }
  await assignObservers(day, { organizationId: world.county.id, rows: [row] })
  const [task] = (await myObservations(near, {})).rows
  if (!task) throw new Error('nobody was sent')
  expect(task).toMatchObject({ groupName: '东河镇党委理论学习中心组', state: 'assigned' })
  const sheet = { unitId, observationId: task.observationId, version: task.version, answers }
  await expectRefusal(observe(near, sheet), 'studyGroups.early')
  const then = on(near, '2026-06-10')
  await expectRefusal(
    observe(on(hillLeader, '2026-06-10'), sheet),
    'studyGroups.observationUnknown',
  )
  await expect(observe(then, { ...sheet, answers: { ...answers, theme: 9 } })).rejects.toThrow()
  expect(await observe(then, sheet)).toEqual({ grade: 'good', score: 80 })
  await expectRefusal(observe(then, sheet), 'studyGroups.observedAlready')
  await expectRefusal(
    withdrawObserver(day, { ...sheet, reason: '另派' }),
    'studyGroups.observedAlready',
  )
  const asked = { organizationId: world.county.id, page: 1, size: 50, year: 2026 }
  expect(await listObservations(day, asked)).toMatchObject({
    total: 1,
    groups: 2,
    seen: 1,
    times: 1,
    unseen: [{ groupName: '西山镇中心组' }],
  })
  const own = await showSession(clerk, { unitId, sessionId: one.sessionId })
  expect(own.observers).toMatchObject([
    { name: '方七', grade: 'good', score: 80, advice: answers.advice },
  ])
})

test('whoever has left is due at nothing any more, and tours are counted in the year of the sitting', async () => {
  const key = await found(place)
  const day = on(world.organizer, '2026-06-01', '08:00')
  const { hillKey } = await plantHill()
  const near = await plantCaller(db, world.east, { name: '方七', nameKey: 'fangqi' })
  await addObserver(day, {
    organizationId: world.county.id,
    memberUnitId: unitId,
    memberId: near.actor.personId,
    toursMax: 1,
  })
  const first = sitting('2026-12-10')
  const next = sitting('2027-01-10', { title: '新年学习' })
  await planSession(day, { ...key, ...first })
  await planSession(day, { ...hillKey, ...next })
  const who = { memberUnitId: unitId, memberId: near.actor.personId, because: '' }
  const rows = [first, next].map(({ sessionId }) => ({ ...who, unitId, sessionId }))
  expect(await assignObservers(day, { organizationId: world.county.id, rows })).toEqual({
    assigned: 2,
  })

  const { memberId = '' } = leader.actor
  const roll = async (sessionId: string) =>
    (await showActivity(clerk, { unitId, activityId: sessionId })).roll.map((one) => one.memberId)
  expect(await roll(first.sessionId)).toContain(memberId)
  await db.update(members).set({ leftOn: '2026-06-01' }).where(eq(members.id, memberId))
  const last = sitting('2026-12-20', { title: '年末学习' })
  await planSession(day, { ...key, ...last })
  expect(await roll(last.sessionId)).not.toContain(memberId)
})
