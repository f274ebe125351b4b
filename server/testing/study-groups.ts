import { db } from './database.ts'
import { plant, plantCaller, plantOrganization } from './world.ts'
import type { Person } from './world.ts'
import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { mark } from '../modules/activities/acts/mark.ts'
import { write } from '../modules/activities/acts/write.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { establish } from '../modules/studyGroups/acts/groups.ts'

/** Somebody at noon of another day, or at another hour. */
export const on = (person: Person, day: string, time = '12:00'): Person => ({
  ...person,
  now: () => new Date(`${day}T${time}:00+08:00`),
})

export const seat = ({ actor }: Person, role: 'leader' | 'member' | 'secretary' | 'extended') => ({
  memberUnitId: actor.unitId,
  memberId: actor.personId,
  role,
})

/** A county with a town whose committee has a leader, a deputy and one of the extended circle. */
export async function plantTown() {
  const world = await plant(db)
  const town = await plantOrganization(db, world.county, '东河镇党委', { kind: 'committee' })
  const house = await plantOrganization(db, town, '东河镇机关支部')
  const clerk = await plantCaller(db, town, { office: 'clerk', name: '郑书记员' })
  const leader = await plantCaller(db, house, { name: '丁一', nameKey: 'dingyi' })
  const deputy = await plantCaller(db, house, { name: '马二', nameKey: 'maer' })
  const other = await plantCaller(db, house, { name: '许三', nameKey: 'xusan' })
  const { unitId } = world.county
  return { world, town, house, clerk, leader, deputy, other, unitId }
}

export type Town = Awaited<ReturnType<typeof plantTown>>

export async function found({ town, clerk, leader, deputy, other }: Town) {
  return establish(clerk, {
    organizationId: town.id,
    name: `${town.name}理论学习中心组`,
    seats: [seat(leader, 'leader'), seat(deputy, 'member'), seat(other, 'extended')],
  })
}

export const topic = (month: number) => ({
  id: newId(),
  month,
  title: `${String(month)} 月专题`,
  form: 'discussion' as const,
  lead: '丁一',
})

/** A morning's discussion. */
export function sitting(day: string, changes: object = {}) {
  return {
    sessionId: newId(),
    title: '学习党的创新理论',
    form: 'discussion' as const,
    startsAt: new Date(`${day}T09:00:00+08:00`).toISOString(),
    endsAt: new Date(`${day}T11:00:00+08:00`).toISOString(),
    place: '镇党委会议室',
    isExtended: false,
    topicId: null,
    bookIds: [],
    speakers: '丁一',
    hearing: '',
    ...changes,
  }
}

/** Its roll is called, its minutes are written and its record is closed, on that day. */
export async function hold(by: Person, sessionId: string, absent: readonly Person[] = []) {
  const key = { unitId: by.actor.unitId, activityId: sessionId }
  for (const { actor } of absent)
    await mark(by, {
      ...key,
      memberId: actor.personId,
      mark: 'absent',
      isRemote: false,
      note: '出差',
    })
  await markRest(by, { ...key, mark: 'present' })
  const { version, agenda } = await showActivity(by, key)
  const minutes = '丁一领学，马二围绕农村党员教育发言，共同研讨。'
  await write(by, { ...key, version, agenda, minutes, resolution: '' })
  const written = await showActivity(by, key)
  await close(by, { ...key, version: written.version })
}

export const words = { points: '围绕三个问题研讨，形成两条共识。', resolutions: '', followUp: '' }
