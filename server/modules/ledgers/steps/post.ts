import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { Problem, conflict, missing } from '../../../kernel/problem.ts'
import type { Words } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { greatestOfEach, sessionOf, timedSources } from '../rules/credit.ts'
import { spanWords } from '../rules/span.ts'
import { findFullDays, findLive, findOverlap, keepEntries, pathOf } from '../store/entries.ts'
import type { DaySum, Entry, NewEntry } from '../store/entries.ts'
import { findHomes } from '../store/homes.ts'
import { addToTotals, lockTotals } from '../store/totals.ts'

/** One person's credit for one session; `key` says what may be posted only once, "activity:<id>:<closure>". */
export type Posting = Omit<
  NewEntry,
  'id' | 'ledger' | 'organizationId' | 'year' | 'reversesId' | 'reason'
>

export type Posted = { readonly entries: readonly Entry[]; readonly minutes: number }

/**
 * Posts to the member's ledger, and to the secretary's for those who sat on a committee that day, in the year of
 * that day. What was posted before, under this key or for this session, is left alone and not returned.
 * All entries belong to one unit. More than a day holds is refused, naming whose; so is what overlaps, by the clock,
 * with something else the same member is credited for.
 */
export async function postHours(tx: Db, postings: readonly Posting[]): Promise<Posted> {
  const [first] = postings
  if (!first) return { entries: [], minutes: 0 }
  const homeOf = await findHomes(tx, first.unitId, postings)

  const wanted = greatestOfEach(
    postings.flatMap((posting) => {
      const home = homeOf(posting)
      if (!home) throw missing('members.unknown')
      const { organizationId } = home
      const common = { ...posting, organizationId, year: yearOf(posting.day) }
      const entry: NewEntry = { ...common, id: newId(), ledger: 'member' }
      return home.sitsOnCommittee
        ? [entry, { ...common, id: newId(), ledger: 'secretary' } as const]
        : [entry]
    }),
  )
  await lockTotals(tx, wanted.flatMap(yearsOf))
  const sourceIds = wanted.map(({ sourceId }) => sourceId)
  const before = new Set((await findLive(tx, first.unitId, { sourceIds })).map(sessionOf))
  const entries = await keepEntries(
    tx,
    wanted.filter((entry) => !before.has(sessionOf(entry))),
  )
  await addToTotals(tx, entries)
  const nameOf = (entry: { memberId: string; day: string }) => homeOf(entry)?.name ?? ''
  await refuseOverlap(tx, entries, nameOf)
  await refuseFullDays(tx, entries, nameOf)

  const minutes = entries
    .filter(({ ledger }) => ledger === 'member')
    .reduce((sum, entry) => sum + entry.minutes, 0)
  return { entries, minutes }
}

/** What goes on into the next year waits for those who post there, as for those of its own. */
function yearsOf(entry: NewEntry): NewEntry[] {
  const last = entry.endsAt ? yearOf(dayOf(entry.endsAt)) : entry.year
  return last === entry.year ? [entry] : [entry, { ...entry, year: last }]
}

async function refuseOverlap(
  tx: Db,
  entries: readonly Entry[],
  nameOf: (entry: { memberId: string; day: string }) => string,
): Promise<void> {
  const found = await findOverlap(tx, entries)
  if (!found) return
  const { here, there, memberId } = found
  throw new Overlap(memberId, {
    姓名: nameOf(found),
    标题: here.title,
    时间: spanWords(here),
    另一: there.title,
    另一时间: spanWords(there),
  })
}

/** Somebody is credited for something else at that time already; whoever catches it knows who. */
export class Overlap extends Problem {
  readonly memberId: string

  constructor(memberId: string, words: Words & { readonly 姓名: string }) {
    super('conflict', 'ledgers.overlap', words)
    this.memberId = memberId
  }
}

type Said = {
  readonly nameOf: (entry: { memberId: string; day: string }) => string
  readonly minutesMax: number
}

/** Days that hold no more; the first is the one that people read, all of them are known to whoever catches it. */
export class FullDays extends Problem {
  readonly days: readonly (DaySum & { readonly name: string; readonly why: Problem })[]

  constructor(full: readonly DaySum[], { nameOf, minutesMax }: Said) {
    const days = full.map((one) => {
      const words = {
        姓名: nameOf(one),
        日期: one.day,
        学时: Math.round(one.minutes / 6) / 10,
        上限: minutesMax / 60,
      }
      return { ...one, name: nameOf(one), why: conflict('ledgers.dayFull', words) }
    })
    super('conflict', 'ledgers.dayFull', days[0]?.why.words)
    this.days = days
  }
}

async function refuseFullDays(
  tx: Db,
  entries: readonly Entry[],
  nameOf: (entry: { memberId: string; day: string }) => string,
): Promise<void> {
  const [first] = entries
  if (!first) return
  const point = { path: await pathOf(tx, first), day: first.day }
  const { value: minutesMax } = await ruleAt(tx, 'hours.day.max', point)
  const full = await findFullDays(tx, entries, { sources: timedSources, minutesMax })
  if (full.length > 0) throw new FullDays(full, { nameOf, minutesMax })
}
