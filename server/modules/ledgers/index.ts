/**
 * Ledgers: hours studied, entry by entry, and their sums by member and year.
 * Nothing is edited or deleted; what was wrong is taken back by a second entry. Neighbours post and take back here.
 */
import { yearOf } from '../../kernel/calendar.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { dayMinutesMax, greatestOfEach, sessionOf, timedSources } from './rules.ts'
import { findFullDays, findLive, keepEntries } from './store/entries.ts'
import type { Entry, NewEntry } from './store/entries.ts'
import { findHomes } from './store/homes.ts'
import { addToTotals, lockTotals } from './store/totals.ts'

export { totalsOf } from './store/totals.ts'
export type { Total } from './store/totals.ts'

/** One person's credit for one session; `key` says what may be posted only once, "activity:<id>:<closure>". */
export type Posting = Omit<
  NewEntry,
  'id' | 'ledger' | 'organizationId' | 'year' | 'reversesId' | 'reason'
>

export type Posted = { readonly entries: readonly Entry[]; readonly minutes: number }

/**
 * Posts to the member's ledger, and to the secretary's for those who sat on a committee that day, in the year of
 * that day. What was posted before, under this key or for this session, is left alone and not returned.
 * All entries belong to one unit; more than a day holds is refused, naming whose.
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
  await lockTotals(tx, wanted)
  const sourceIds = wanted.map(({ sourceId }) => sourceId)
  const before = new Set((await findLive(tx, first.unitId, { sourceIds })).map(sessionOf))
  const entries = await keepEntries(
    tx,
    wanted.filter((entry) => !before.has(sessionOf(entry))),
  )
  await addToTotals(tx, entries)
  await refuseFullDays(tx, entries, (entry) => homeOf(entry)?.name ?? '')

  const minutes = entries
    .filter(({ ledger }) => ledger === 'member')
    .reduce((sum, entry) => sum + entry.minutes, 0)
  return { entries, minutes }
}

type Reversal = {
  readonly unitId: string
  readonly reason: string
  readonly by: string
  readonly now: Date
} & ({ readonly sourceIds: readonly string[] } | { readonly entryIds: readonly string[] })

/** Takes back what counts of these sources or entries; what has been taken back already stays as it is. */
export async function reverseHours(tx: Db, { reason, by, now, ...some }: Reversal) {
  const live = await findLive(tx, some.unitId, some)
  await lockTotals(tx, live)
  const entries = await keepEntries(
    tx,
    live.map((entry) => ({
      ...entry,
      id: newId(),
      minutes: -entry.minutes,
      key: `reversal:${entry.id}`,
      reversesId: entry.id,
      reason,
      postedBy: by,
      at: now,
    })),
  )
  await addToTotals(tx, entries)
  return { entries }
}

async function refuseFullDays(
  tx: Db,
  entries: readonly Entry[],
  nameOf: (entry: { memberId: string; day: string }) => string,
): Promise<void> {
  if (entries.length === 0) return
  const [full] = await findFullDays(tx, entries, {
    sources: timedSources,
    minutesMax: dayMinutesMax,
  })
  if (full)
    throw conflict('ledgers.dayFull', {
      姓名: nameOf(full),
      日期: full.day,
      学时: Math.round(full.minutes / 6) / 10,
      上限: dayMinutesMax / 60,
    })
}
