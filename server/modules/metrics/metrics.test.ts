import { newId } from '../../kernel/ids.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { holdActivity, postEntry, recordedAt } from '../../testing/record.ts'
import { plant, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { posts } from '../members/table.ts'
import { notices, receipts } from '../notices/table.ts'
import { catalogue } from './catalogue/index.ts'
import { listMetrics, showRows, showValues } from './views.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const at = recordedAt

let world: World
beforeEach(async () => {
  world = await plant(db)
})

describe('the catalogue', () => {
  test('has more than 25 metrics, each with a name, a definition and a clause of its own', async () => {
    const { rows } = await listMetrics(world.organizer, {})

    expect(rows.length).toBeGreaterThan(25)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    for (const { definition, clause } of rows) expect(definition && clause).not.toBe('')
  })

  test('gives every value as the aggregate of the rows it shows, page by page', async () => {
    await live(world)
    const organizationId = world.county.id

    for (const { id, aggregate, columns } of catalogue) {
      const cells: (readonly unknown[])[] = []
      const asked = { organizationId, ...year, metric: id, search: '' }
      let answer = await showRows(world.organizer, { ...asked, page: 1, size: 2 })
      for (let page = 1; page === 1 || cells.length < answer.total; page += 1) {
        answer = await showRows(world.organizer, { ...asked, page, size: 2 })
        cells.push(...answer.rows.map((row) => row.cells))
      }
      const of = (key: string) =>
        cells.map((row) => row[columns.findIndex((one) => one.key === key)])
      const { value } = answer.metric
      const again = aggregated(aggregate, cells.length, of)
      expect([id, rounded(value)]).toEqual([id, rounded(again)])
    }
  })
})

/** PostgreSQL and JavaScript divide alike but for the last digit. */
function rounded(value: number | null) {
  return value === null ? null : Number(value.toFixed(9))
}

/** The same aggregates as in SQL, over what was shown. */
function aggregated(
  aggregate: (typeof catalogue)[number]['aggregate'],
  count: number,
  of: (key: string) => unknown[],
): number | null {
  const sum = (key: string) => of(key).reduce<number>((total, value) => total + Number(value), 0)
  if (aggregate.of === 'count') return count
  if (aggregate.of === 'sum') return sum(aggregate.key)
  if (count === 0) return null
  if (aggregate.of === 'share') return sum(aggregate.key) / count
  if (aggregate.of === 'mean') return sum(aggregate.key) / count
  return sum(aggregate.key) / sum(aggregate.over)
}

/** A little of everything, so that no metric is asked over nothing only. */
async function live({ county, east, west }: World) {
  const [one, other, third] = [
    await plantMember(db, east, { name: '孙云帆', floatingSince: '2026-02-01', sex: 'female' }),
    await plantMember(db, east, { name: '何明月', stage: 'probationary', joinedOn: '2026-03-01' }),
    await plantMember(db, west, { name: '朱长亭', bornOn: '1950-01-01', education: '21' }),
  ]
  const { unitId } = county
  await holdActivity(east, '2026-05', [
    [one, 'present'],
    [other, 'absent'],
  ])
  await holdActivity(west, '2026-05', [[third, 'excused']], {
    kind: 'lecture',
    lecturerName: '王大山',
  })
  await postEntry(east, one, 120)
  await postEntry(east, one, 60, { isOnline: true })
  await postEntry(west, third, 90, { source: 'homeDelivery', isCentralized: false })
  await db.insert(posts).values([
    {
      unitId,
      memberId: one,
      organizationId: east.id,
      post: 'secretary',
      from: '2025-01-01',
      byId: newId(),
    },
    {
      unitId,
      memberId: third,
      organizationId: west.id,
      post: 'firstSecretary',
      from: '2025-01-01',
      byId: newId(),
    },
  ])
  const noticeId = newId()
  const words = {
    key: newId(),
    kind: 'call',
    from: '县委',
    fromId: newId(),
    title: '通知',
    body: '',
  }
  await db.insert(notices).values({ unitId, id: noticeId, path: east.path, ...words, at })
  await db.insert(receipts).values([
    { unitId, noticeId, personId: one, sentAt: at, readAt: at },
    { unitId, noticeId, personId: other, sentAt: at },
  ])
}

describe('who may ask', () => {
  test('nobody opens rows outside the reach', async () => {
    const asked = { ...year, metric: 'members.all', search: '', page: 1, size: 50 }

    await expectRefusal(
      showRows(world.secretary, { organizationId: world.west.id, ...asked }),
      'organizations.unknown',
    )
    await expectRefusal(
      showValues(world.secretary, {
        organizationId: world.county.id,
        ...year,
        metrics: ['members.all'],
      }),
      'organizations.unknown',
    )
  })

  test('a metric that does not exist, and a period that ends before it begins, are refused in words', async () => {
    const organizationId = world.east.id
    await expectRefusal(
      showValues(world.secretary, { organizationId, ...year, metrics: ['no.such'] }),
      'metrics.unknown',
    )
    const backwards = { from: '2026-12-31', to: '2026-01-01' }
    await expectRefusal(
      showValues(world.secretary, { organizationId, ...backwards, metrics: ['members.all'] }),
      'metrics.period',
    )
  })

  test('rows are searched as people type', async () => {
    await plantMember(db, world.east, { name: '孙云帆' })
    const asked = {
      organizationId: world.east.id,
      ...year,
      metric: 'members.all',
      page: 1,
      size: 50,
    }

    const { total } = await showRows(world.secretary, { ...asked, search: '云帆' })
    const none = await showRows(world.secretary, { ...asked, search: '%' })

    expect([total, none.total]).toEqual([1, 0])
  })
})
