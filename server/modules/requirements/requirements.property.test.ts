import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysIn, startOf } from '../../kernel/calendar.ts'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { plant, plantActivity, plantMember } from '../../testing/world.ts'
import type { World } from '../../testing/world.ts'
import { hourTotals } from '../ledgers/table.ts'
import { excuses } from '../members/table.ts'
import { board } from './views/board.ts'
import { derivation } from './views/derivation.ts'

const dayIn = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((count) => addDays(from, count))

const excuse = fc.record({
  from: dayIn('2025-10-01', 450),
  length: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
})
const person = fc.record({
  arrivedOn: dayIn('2025-06-01', 570),
  leftOn: fc.option(dayIn('2026-01-01', 360), { nil: null, freq: 6 }),
  excuses: fc.array(excuse, { maxLength: 2 }),
  full: fc.integer({ min: 0, max: 2400 }),
  online: fc.integer({ min: 0, max: 1400 }),
  other: fc.integer({ min: 0, max: 300 }),
})
type Drawn = typeof person extends fc.Arbitrary<infer Value> ? Value : never

const year = 1920

test('[S1-45] list, counts and derivation say the same, and what the rules say, whoever comes, leaves or is excused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 6 }),
      dayIn('2026-01-01', 364),
      fc.integer({ min: 0, max: 240 }),
      async (people, today, ahead) => {
        const world = await plant(db)
        const named = await Promise.all(people.map((drawn) => plantDrawn(world, drawn)))
        const now = startOf(today)
        await plantActivity(db, world.east, planAhead(now, ahead))
        const caller = { ...world.organizer, now: () => now }
        const asked = { organizationId: world.east.id, requirement: 'memberHours' } as const

        const page = { sort: 'gap', page: 1, size: 3000 } as const
        const shown = await board(caller, { ...asked, ...page })

        const mine = shown.rows.filter(({ memberId }) => named.some(({ id }) => id === memberId))
        const planned = today < '2026-12-31' ? ahead : 0
        const expected = named.flatMap(({ id, drawn }) => {
          const model = modelOf(drawn, today, planned)
          return model ? [{ memberId: id, ...model }] : []
        })
        expect(byId(mine.map(core))).toEqual(byId(expected))
        expect(shown.counts).toEqual(countsOf(shown.rows))
        for (const row of mine) {
          const { unitId, memberId } = row
          const told = await derivation(caller, { unitId, memberId, requirement: 'memberHours' })
          expect(told.person).toEqual(row)
        }
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)

function planAhead(now: Date, minutes: number) {
  const startsAt = new Date(now.getTime() + 86_400_000)
  const agenda = [{ title: '集中学习', minutes, part: 'study' }]
  return { agenda, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
}

async function plantDrawn({ county, east }: World, drawn: Drawn) {
  const { arrivedOn, leftOn, full, online, other } = drawn
  const id = await plantMember(db, east, { arrivedOn, leftOn })
  const of = { unitId: county.id, memberId: id }
  await db.insert(hourTotals).values({
    ...of,
    ledger: 'member',
    year: 2026,
    minutes: full + online + other,
    centralizedMinutes: full,
    onlineMinutes: online,
  })
  for (const { from, length } of drawn.excuses)
    await db.insert(excuses).values({
      ...of,
      reason: 'frail',
      from,
      until: length === null ? null : addDays(from, length),
      approvedBy: '支部委员会',
      byId: newId(),
      at: new Date(),
    })
  return { id, drawn }
}

/** The same said a second time, month by month and in memory. */
function modelOf(drawn: Drawn, today: string, planned: number) {
  const { arrivedOn, leftOn, full, online, other } = drawn
  if (arrivedOn > today || (leftOn !== null && leftOn <= today)) return undefined
  const isExcused = (day: string) =>
    drawn.excuses.some(
      ({ from, length }) => from <= day && (length === null || day <= addDays(from, length)),
    )
  const months = [...Array(12).keys()].map((index) => `2026-${String(index + 1).padStart(2, '0')}`)
  const owed = months.filter((month) => arrivedOn <= `${month}-01` && !isExcused(`${month}-01`))
  const running = today.slice(0, 7)
  const over = owed.filter((month) => month < running).length
  const length = daysIn(running)
  const partly = owed.includes(running) ? Number(today.slice(8)) : 0

  const dueYearMinutes = Math.floor((year * owed.length) / 12)
  const dueNowMinutes = Math.floor((year * (over * length + partly)) / (12 * length))
  const doneMinutes = full + Math.min(online, year / 2) + Math.min(other, 0)
  const sums = { dueYearMinutes, dueNowMinutes, doneMinutes, plannedMinutes: planned }
  const excused = isExcused(today) || dueYearMinutes === 0
  return { ...sums, standing: excused ? 'excused' : standingOf(sums) }
}

type Sums = Record<'doneMinutes' | 'plannedMinutes' | 'dueNowMinutes' | 'dueYearMinutes', number>

function standingOf(sums: Sums): string {
  const { doneMinutes: done, plannedMinutes, dueNowMinutes, dueYearMinutes } = sums
  if (done >= dueYearMinutes) return 'met'
  if (done >= dueNowMinutes) return 'onCourse'
  return done + plannedMinutes >= dueYearMinutes ? 'behind' : 'atRisk'
}

type Row = Awaited<ReturnType<typeof board>>['rows'][number]

function core(row: Row) {
  const { memberId, dueYearMinutes, dueNowMinutes, doneMinutes, plannedMinutes, standing } = row
  return { memberId, dueYearMinutes, dueNowMinutes, doneMinutes, plannedMinutes, standing }
}

function byId<R extends { readonly memberId: string }>(rows: readonly R[]): R[] {
  return rows.toSorted((one, other) => (one.memberId < other.memberId ? -1 : 1))
}

function countsOf(rows: readonly Row[]) {
  const counts = { atRisk: 0, behind: 0, onCourse: 0, met: 0, excused: 0 }
  for (const { standing } of rows) counts[standing] += 1
  return counts
}
