import { eq } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { noon, plant, plantMember } from '../../testing/world.ts'
import { posts } from '../members/table.ts'
import { postHours, reverseHours } from './index.ts'
import { hourEntries, hourTotals } from './table.ts'

const people = 4
const sessions = 5
const some = (count: number) => fc.subarray([...Array(count).keys()], { minLength: 1 })

const deed = fc.oneof(
  fc.record({
    does: fc.constant('post' as const),
    session: fc.nat(sessions - 1),
    closing: fc.nat(2),
    who: some(people),
    minutes: fc.integer({ min: 1, max: 100 }),
    isCentralized: fc.boolean(),
    isOnline: fc.boolean(),
  }),
  fc.record({ does: fc.constant('takeBack' as const), sessions: some(sessions) }),
)
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

test('[S0-41] whatever is posted and taken back, in any order and at once, totals are the sums', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(deed, { maxLength: 4 }), { maxLength: 5 }),
      async (rounds) => {
        const { unitId, perform } = await plantLedger()
        for (const round of rounds) await Promise.all(round.map(perform))
        const { totals, summed, back, credits, withoutTotal } = await sumsIn(unitId)
        expect(totals).toEqual(summed)
        expect(Math.min(0, ...totals.map(({ minutes }) => minutes))).toBe(0)
        expect(withoutTotal).toBeLessThanOrEqual(0)
        expect(credits).toHaveLength(new Set(credits).size)
        expect(back).toHaveLength(new Set(back).size)
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

async function plantLedger() {
  const { county, east } = await plant(db)
  const unitId = county.id
  const memberIds = await Promise.all([...Array(people).keys()].map(() => plantMember(db, east)))
  const sourceIds = [...Array(sessions).keys()].map(() => newId())
  const [secretaryId = ''] = memberIds
  const held = { unitId, memberId: secretaryId, organizationId: east.id, byId: newId() }
  await db.insert(posts).values({ ...held, post: 'secretary', from: '2020-01-01' })

  const perform = (one: Deed) =>
    inTransaction(db, async (tx) => {
      if (one.does === 'takeBack') {
        const sources = one.sessions.map((at) => sourceIds[at] ?? '')
        const why = { reason: '记错了', by: newId(), now: noon }
        return void (await reverseHours(tx, { unitId, sourceIds: sources, ...why }))
      }
      const { session, closing, who, minutes, isCentralized, isOnline } = one
      const sourceId = sourceIds[session] ?? ''
      const shared = {
        unitId,
        sourceId,
        minutes,
        isCentralized,
        isOnline,
        day: `${session % 2 === 0 ? 2025 : 2026}-05-0${session + 1}`,
        source: 'study',
        title: '集体学习',
        ruleKey: 'hours.conversion.study',
        ruleFrom: '2019-05-06',
        key: `activity:${sourceId}:${closing}`,
        postedBy: newId(),
        at: noon,
      } as const
      const postings = who.map((at) => ({ ...shared, memberId: memberIds[at] ?? '' }))
      return void (await postHours(tx, postings))
    })
  return { unitId, perform }
}

async function sumsIn(unitId: string) {
  const entries = await db.select().from(hourEntries).where(eq(hourEntries.unitId, unitId))
  const totals = await db.select().from(hourTotals).where(eq(hourTotals.unitId, unitId))
  const sum = (rows: typeof entries) => rows.reduce((all, { minutes }) => all + minutes, 0)
  const own = Map.groupBy(entries, totalOf)
  const summed = totals.map((total) => {
    const rows = own.get(totalOf(total)) ?? []
    const centralized = rows.filter(({ isCentralized, isOnline }) => isCentralized && !isOnline)
    const online = rows.filter(({ isOnline }) => isOnline)
    return {
      ...total,
      minutes: sum(rows),
      centralizedMinutes: sum(centralized),
      onlineMinutes: sum(online),
    }
  })

  const back = entries.flatMap(({ reversesId }) => reversesId ?? [])
  const live = entries.filter(({ id, reversesId }) => !reversesId && !back.includes(id))
  const credits = live.map((row) => `${row.memberId}:${row.ledger}:${row.sourceId}`)
  return { totals, summed, back, credits, withoutTotal: own.size - totals.length }
}

function totalOf({ memberId, ledger, year }: { memberId: string; ledger: string; year: number }) {
  return `${memberId}:${ledger}:${year}`
}
