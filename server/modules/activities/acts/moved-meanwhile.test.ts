import { expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { planned } from '../../../testing/theme-day.ts'
import { plant, plantCaller, plantMember } from '../../../testing/world.ts'
import { move } from '../../members/acts/move.ts'
import { affiliations } from '../../members/table.ts'
import { showActivity } from '../views/show.ts'
import { mark } from './mark.ts'

test('whoever moves while the roll is open is due at one of the two branches, and what was said of them stays', async () => {
  const { secretary, organizer, east, west } = await plant(db)
  const memberId = await plantMember(db, east, { name: '周远行' })
  const { unitId } = east
  const stay = { unitId, memberId, organizationId: east.id, from: '2020-01-01' }
  await db.insert(affiliations).values({ ...stay, how: 'registered' })
  const here = await planned(secretary, east.id)
  const hosting = await plantCaller(db, west, { office: 'secretary' })
  const there = await planned(hosting, west.id)
  const said = { memberId, mark: 'present', isRemote: false, note: '' } as const
  await mark(secretary, { ...here, ...said })
  const change = { unitId, memberId, version: 0, organizationId: west.id }
  await move(organizer, { ...change, from: '2026-06-01', reason: '工作调动' })

  const entry = async (by: typeof secretary, key: typeof here) =>
    (await showActivity(by, key)).roll.find((one) => one.memberId === memberId)
  expect(await entry(secretary, here)).toMatchObject({ standing: 'guest', mark: 'present' })
  expect(await entry(hosting, there)).toMatchObject({ standing: 'due', mark: null })
})
