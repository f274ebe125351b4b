/**
 * Ledgers: hours studied, entry by entry, and their sums by member and year.
 * Nothing is edited or deleted; what was wrong is taken back by a second entry. Neighbours post and take back here.
 */
import { dayOf, yearOf } from '../../kernel/calendar.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { objectOf } from '../../kernel/object-of.ts'
import { Problem, conflict, missing } from '../../kernel/problem.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { ruleAt, rulesAt, rulesBelow } from '../rules/index.ts'
import type { RuleAnswers, RulePoint } from '../rules/index.ts'
import { conversionKeys, worthOf } from './rules/conversion.ts'
import type { Study } from './rules/conversion.ts'
import { greatestOfEach, sessionOf, timedSources } from './rules/credit.ts'
import { spanWords } from './rules/span.ts'
import { findFullDays, findLive, findOverlap, keepEntries, pathOf } from './store/entries.ts'
import type { Entry, NewEntry } from './store/entries.ts'
import { findHomes } from './store/homes.ts'
import { addToTotals, lockTotals } from './store/totals.ts'

export type { Study } from './rules/conversion.ts'
export { creditedFor } from './store/entries.ts'
export { countCredited, findMembersWithHours } from './store/holders.ts'
export { committeePosts } from './rules/credit.ts'
export { totalsOf } from './store/totals.ts'

/** What proves an entry is seen by those who may see the entry, and by whom it is about. */
export const hourFiles: FileSubject = {
  kind: 'hours',
  async maySee({ db, actor }, { unitId, subject, path }) {
    if (covers(reachOf(actor.appointments, 'requirements.view'), path)) return true
    const sourceIds = [subject.slice('hours:'.length)]
    const own = await findLive(db, unitId, { sourceIds })
    return own.some(({ memberId }) => memberId === actor.memberId)
  },
}

/** One person's credit for one session; `key` says what may be posted only once, "activity:<id>:<closure>". */
export type Posting = Omit<
  NewEntry,
  'id' | 'ledger' | 'organizationId' | 'year' | 'reversesId' | 'reason'
>

export type Posted = { readonly entries: readonly Entry[]; readonly minutes: number }

/** What studies are worth anywhere below a path: the rules are read once, for many that follow. */
export async function convertersBelow(db: Reader, path: string) {
  const rulesOf = await rulesBelow(db, conversionKeys, path)
  return (point: RulePoint, study: Study) => worthBy(rulesOf(point), study)
}

/** What a study is worth at a place on a day, and since when the rule that says so has held. */
export async function convertHours(db: Reader, point: RulePoint, study: Study) {
  return worthBy(await rulesAt(db, conversionKeys, point), study)
}

function worthBy(rules: RuleAnswers<(typeof conversionKeys)[number]>, study: Study) {
  const values = objectOf<{ [K in (typeof conversionKeys)[number]]: number }>(
    conversionKeys.map((key) => [key, rules[key].value] as const),
  )
  const worth = worthOf(study, values)
  return { ...worth, ruleFrom: rules[worth.ruleKey].from }
}

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

/**
 * The same for what is credited in passing: where the day is full already, nothing is posted and what was done stays
 * done. A refusal undoes what it has written, and nothing else.
 */
export async function postUnlessFull(tx: Db, postings: readonly Posting[]): Promise<Posted> {
  try {
    return await tx.transaction((inner) => postHours(inner, postings))
  } catch (error) {
    if (error instanceof Problem && error.reason === 'ledgers.dayFull')
      return { entries: [], minutes: 0 }
    throw error
  }
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
  const { here, there } = found
  throw conflict('ledgers.overlap', {
    姓名: nameOf(found),
    标题: here.title,
    时间: spanWords(here),
    另一: there.title,
    另一时间: spanWords(there),
  })
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
  const [full] = await findFullDays(tx, entries, { sources: timedSources, minutesMax })
  if (full)
    throw conflict('ledgers.dayFull', {
      姓名: nameOf(full),
      日期: full.day,
      学时: Math.round(full.minutes / 6) / 10,
      上限: minutesMax / 60,
    })
}
