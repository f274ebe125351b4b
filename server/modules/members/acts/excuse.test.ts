import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant, plantMember } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { listMembers } from '../views/list.ts'
import { showMember } from '../views/show.ts'
import { endExcuse } from './end-excuse.ts'
import { excuse } from './excuse.ts'

let world: World
let key: { unitId: string; memberId: string }
beforeEach(async () => {
  world = await plant(db)
  key = { unitId: world.county.id, memberId: await plantMember(db, world.east, { name: '老李' }) }
})

const because = { reason: 'immobile', note: '长期卧床', approvedBy: '稻香镇党委' } as const
const excuseFrom = (from: string, until: string | null = null) =>
  excuse(world.secretary, { ...key, ...because, from, until })
const excusedNow = async () =>
  (
    await listMembers(world.secretary, {
      organizationId: world.east.id,
      text: '',
      audience: { cohorts: ['excused'] },
      order: 'name',
      page: 1,
      size: 20,
    })
  ).rows.map(({ memberId }) => memberId)

describe('excusing by article 23', () => {
  test('puts the member on the list, says why, and leaves a trace', async () => {
    await excuseFrom('2026-01-01')

    expect(await excusedNow()).toStrictEqual([key.memberId])
    const { cohorts, excuses } = await showMember(world.secretary, key)
    expect(cohorts.find(({ cohort }) => cohort === 'excused')?.because).toBe(
      '2026-01-01 起因行动不便免硬性要求',
    )
    expect(excuses).toMatchObject([{ approvedBy: '稻香镇党委', isInForce: true }])
    expect((await tracesIn(db, world)).at(-1)).toMatchObject({
      command: 'members.excuse',
      after: { reason: 'immobile' },
    })
  })

  test('holds from its first to its last day only', async () => {
    await excuseFrom('2026-06-02')
    expect(await excusedNow()).toStrictEqual([])
    const { excuseId } = await excuseFrom('2026-01-01', '2026-06-01')
    expect(await excusedNow()).toStrictEqual([key.memberId])
    expect(excuseId).toBeTruthy()
  })

  test('does not overlap, and does not end before it begins', async () => {
    await excuseFrom('2026-01-01', '2026-12-31')

    await expectRefusal(excuseFrom('2026-06-01'), 'members.excused')
    await expectRefusal(excuseFrom('2027-01-01', '2026-12-31'), 'members.untilEarly')
  })

  test('is ended with a note, once; from then on it may be given again', async () => {
    const { excuseId } = await excuseFrom('2026-01-01')
    const end = { ...key, excuseId, on: '2026-06-01', note: '已康复' }
    await endExcuse(world.secretary, end)

    expect(await excusedNow()).toStrictEqual([])
    await expectRefusal(endExcuse(world.secretary, end), 'members.excuseEnded')
    await excuseFrom('2026-06-01')
    expect(await excusedNow()).toStrictEqual([key.memberId])
  })

  test("is not for a neighbour's secretary", async () => {
    const far = { unitId: key.unitId, memberId: await plantMember(db, world.west) }
    const input = { ...far, ...because, from: '2026-01-01', until: null }

    await expectRefusal(excuse(world.secretary, input), 'members.unknown')
  })
})
