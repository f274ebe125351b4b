import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import type { Posting } from './index.ts'
import { postHours, reverseHours, totalsOf } from './index.ts'

let world: World
let memberId: string
let unitId: string
beforeEach(async () => {
  world = await plant(db)
  unitId = world.county.id
  memberId = await plantMember(db, world.east)
})

function posting(changes: Partial<Posting> = {}): Posting {
  const sourceId = newId()
  return {
    unitId,
    memberId,
    day: '2026-05-10',
    minutes: 90,
    source: 'meeting',
    sourceId,
    title: '主题党日',
    isCentralized: true,
    ruleKey: 'hours.conversion.study',
    ruleFrom: '2019-05-06',
    key: `activity:${sourceId}:1`,
    postedBy: newId(),
    at: noon,
    ...changes,
  }
}

const post = (...postings: Posting[]) => inTransaction(db, (tx) => postHours(tx, postings))
const takeBack = (sourceId: string) =>
  inTransaction(db, (tx) =>
    reverseHours(tx, { unitId, sourceIds: [sourceId], reason: '记错了', by: newId(), now: noon }),
  )
const minutesIn = async (year: number) =>
  (await totalsOf(db, unitId, [memberId], year)).get(memberId)?.member?.minutes

const at = (from: string, until: string) => ({
  startsAt: new Date(`2026-05-10T${from}:00Z`),
  endsAt: new Date(`2026-05-10T${until}:00Z`),
})

test('refuses what overlaps by the clock, naming who, when and the other; what adjoins is welcome', async () => {
  const first = posting({ ...at('01:00', '03:00'), title: '上午党课' })
  await post(first, posting(at('03:00', '04:00')), posting())

  const second = posting({ ...at('02:30', '03:30'), title: '另一处党课' })
  await expect(post(second)).rejects.toMatchObject({
    reason: 'ledgers.overlap',
    words: {
      姓名: '张三',
      时间: '2026-05-10 10:30—11:30',
      标题: '另一处党课',
      另一: '上午党课',
      另一时间: '2026-05-10 09:00—11:00',
    },
  })
  const pair = [posting(at('06:00', '07:00')), posting(at('06:59', '08:00'))]
  await expectRefusal(post(...pair), 'ledgers.overlap')
  expect(await minutesIn(2026)).toBe(270)

  await takeBack(first.sourceId)
  await expectRefusal(post(second), 'ledgers.overlap')
  await post(posting(at('01:00', '02:00')))
  expect(await minutesIn(2026)).toBe(270)
})

test('credits one of many overlapping sessions that are posted at once, over the turn of the year too', async () => {
  const late = {
    day: '2026-12-31',
    startsAt: new Date('2026-12-31T15:00:00Z'),
    endsAt: new Date('2026-12-31T17:00:00Z'),
  }
  const early = {
    day: '2027-01-01',
    startsAt: new Date('2026-12-31T16:30:00Z'),
    endsAt: new Date('2026-12-31T18:00:00Z'),
  }
  const results = await Promise.allSettled(
    [late, early, late, early].map((times) => post(posting(times))),
  )

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.filter((one) => one.status === 'rejected').map(({ reason }) => reason)).toEqual(
    Array(3).fill(expect.objectContaining({ reason: 'ledgers.overlap' })),
  )
})
