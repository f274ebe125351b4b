import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { brokenConstraint, inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { noon, plant, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { affiliations, posts } from '../members/table.ts'
import type { Posting } from './index.ts'
import { postHours, reverseHours, totalsOf } from './index.ts'
import { hourEntries } from './table.ts'

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
const minutesIn = async (year: number, ledger: 'member' | 'secretary' = 'member') =>
  (await totalsOf(db, unitId, [memberId], year)).get(memberId)?.[ledger]?.minutes

describe('posting hours', () => {
  test('[S0-41] adds to the total of the year in which the day lies, and to no other', async () => {
    await post(posting(), posting({ day: '2025-12-31', minutes: 60 }))

    expect([await minutesIn(2025), await minutesIn(2026), await minutesIn(2027)]).toEqual([
      60,
      90,
      undefined,
    ])
  })

  test('counts one session once, under the same key and under another', async () => {
    const once = posting()

    const first = await post(once, once)
    const again = await post(once, { ...once, key: 'activity:reclosed' })

    expect([first.minutes, again.minutes, await minutesIn(2026)]).toEqual([90, 0, 90])
  })

  test('credits the greater of teaching a lesson and sitting in it', async () => {
    const taught = posting({ source: 'teaching', minutes: 300 })
    await post({ ...taught, source: 'lecture', minutes: 60, key: 'seat' }, taught)

    expect(await minutesIn(2026)).toBe(300)
  })

  test('posts to the second ledger on the days of a committee post only', async () => {
    const from = '2026-05-01'
    const post1 = { unitId, memberId, organizationId: world.east.id, byId: newId() } as const
    await db.insert(posts).values({ ...post1, post: 'secretary', from, until: '2026-05-31' })
    await db.insert(posts).values({ ...post1, post: 'groupLeader', from: '2026-01-01' })

    await post(posting(), posting({ day: '2026-04-30' }), posting({ day: '2026-06-01' }))

    expect([await minutesIn(2026), await minutesIn(2026, 'secretary')]).toEqual([270, 90])
  })

  test('names the branch of that day, not of today', async () => {
    const stay = { unitId, memberId, how: 'moved' } as const
    await db.insert(affiliations).values([
      { ...stay, organizationId: world.west.id, from: '2020-01-01', until: '2026-05-31' },
      { ...stay, organizationId: world.east.id, from: '2026-06-01' },
    ])

    const { entries } = await post(posting(), posting({ day: '2026-06-02' }))

    expect(entries.map(({ day, organizationId }) => [day, organizationId])).toEqual([
      ['2026-05-10', world.west.id],
      ['2026-06-02', world.east.id],
    ])
  })

  test('refuses hours over the day, and keeps none of the batch', async () => {
    await post(posting({ minutes: 480 }))

    const other = posting({ day: '2026-05-11' })
    await expectRefusal(post(other, posting({ minutes: 241 })), 'ledgers.dayFull')

    expect(await minutesIn(2026)).toBe(480)
  })

  test('refuses a member of another unit', async () => {
    const elsewhere = await plant(db)
    const stranger = await plantMember(db, elsewhere.east)
    await expectRefusal(post(posting({ memberId: stranger })), 'members.unknown')
  })
})

describe('taking hours back', () => {
  test('leaves both entries, and a total as if there had been none', async () => {
    const wrong = posting()
    await post(wrong)
    await takeBack(wrong.sourceId)

    const rows = await db.select().from(hourEntries).where(eq(hourEntries.memberId, memberId))
    expect(rows.map(({ minutes }) => minutes)).toEqual(expect.arrayContaining([-90, 90]))
    expect(rows).toHaveLength(2)
    expect(rows.find(({ minutes }) => minutes < 0)).toMatchObject({
      reversesId: rows.find(({ minutes }) => minutes > 0)?.id,
      reason: '记错了',
    })
    expect(await minutesIn(2026)).toBe(0)
  })

  test('happens once, however many try at the same time', async () => {
    const wrong = posting()
    await post(wrong, posting())

    const outcomes = await Promise.all([1, 2, 3, 4].map(() => takeBack(wrong.sourceId)))

    expect(outcomes.flatMap(({ entries }) => entries)).toHaveLength(1)
    expect(await minutesIn(2026)).toBe(90)
  })

  test('frees the session to be posted again', async () => {
    const wrong = posting()
    await post(wrong)
    await takeBack(wrong.sourceId)
    await post({ ...wrong, minutes: 60, key: 'activity:closed again' })

    expect(await minutesIn(2026)).toBe(60)
  })
})

test.each([
  ['changed', sql`update hour_entries set minutes = minutes + 1`],
  ['deleted', sql`delete from hour_entries`],
  ['emptied', sql`truncate hour_entries`],
])('[S0-41] an entry cannot be %s, not even by hand', async (_, statement) => {
  await post(posting())
  await expect(db.execute(statement)).rejects.toMatchObject({
    cause: { code: '23001' },
  })
})

test('a total cannot fall below zero, not even by hand', async () => {
  await post(posting())
  const fault = await db
    .execute(sql`update hour_totals set minutes = -1 where member_id = ${memberId}`)
    .catch((error: unknown) => error)
  expect(brokenConstraint(fault)).toBe('hour_totals_not_negative')
})
