import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addDays, dayOf, startOf } from '../../kernel/calendar.ts'
import { plantElectors } from '../../testing/ballots.ts'
import { db } from '../../testing/database.ts'
import { noon } from '../../testing/world.ts'
import type { Person } from '../../testing/world.ts'
import { showBranch } from '../home/views/branch.ts'
import { showMember } from '../home/views/member.ts'
import { listInbox } from '../notices/views/inbox.ts'
import { watchBallots } from './acts/watch.ts'
import { abandon } from './acts/count.ts'
import { ballots } from './table.ts'

const later = (person: Person, days: number): Person => ({
  ...person,
  now: () => startOf(addDays(dayOf(noon), days)),
})
const title = '是否同意购置图书'
const mine = (key: string) => key.startsWith('count:')

async function onPhone(person: Person) {
  return (await showMember(person, {})).todos.filter((one) => mine(one.key))
}

test('when the last day of a ballot is over, whoever has to count it finds it at the desk, on the phone, and one notice', async () => {
  const world = await plantElectors(db)
  const { secretary, east, people } = world
  const { key } = await world.open()
  const atDesk = async (person: Person) =>
    (await showBranch(person, { organizationId: east.id })).todos.filter((one) => mine(one.key))
  const told = async (person: Person) => {
    const { rows } = await listInbox(person, { page: 1, size: 50, onlyUnread: false })
    return rows.filter((one) => one.title === `请计票：${title}`)
  }

  await watchBallots(secretary)
  expect(await atDesk(secretary)).toEqual([])
  expect(await told(secretary)).toEqual([])

  const next = later(secretary, 1)
  const { unitId, ballotId } = key
  expect(await atDesk(next)).toMatchObject([
    { what: `计票：${title}`, deadline: dayOf(noon), to: `/ballots?open=${unitId}:${ballotId}` },
  ])
  const count = `/ballots/${unitId}/${ballotId}/count`
  expect(await onPhone(next)).toMatchObject([{ to: count }])
  // Who only votes has nothing to count, and those above do not count for the branch.
  const [, voter = secretary] = people
  expect(await onPhone(later(voter, 1))).toEqual([])
  const above = later(world.organizer, 1)
  const asked = await showBranch(above, { organizationId: world.county.id })
  expect(asked.todos.filter((one) => mine(one.key))).toEqual([])

  for (const day of [1, 1, 2])
    // An hour after another.
    // oxlint-disable-next-line no-await-in-loop
    await watchBallots(later(secretary, day))
  expect(await told(next)).toMatchObject([{ link: count }])
  expect(await told(later(voter, 1))).toEqual([])
  expect(await told(above)).toEqual([])

  await abandon(next, { ...key, reason: '到会的人走了' })
  expect(await atDesk(next)).toEqual([])
  const where = and(eq(ballots.unitId, unitId), eq(ballots.id, ballotId))
  expect(await db.select({ state: ballots.state }).from(ballots).where(where)).toEqual([
    { state: 'void' },
  ])
})
