import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { ruleAt } from '../../rules/index.ts'
import { carriedOver } from '../rules/carry.ts'
import { keepEntries } from '../store/entries.ts'
import type { NewEntry } from '../store/entries.ts'
import { addToTotals, findTotals, lockTotals } from '../store/totals.ts'

type Going = {
  readonly memberId: string
  readonly from: { readonly unitId: string; readonly name: string }
  readonly to: { readonly unitId: string; readonly id: string; readonly path: string }
  /** The transfer: hours are carried once by it. */
  readonly sourceId: string
  readonly by: string
  readonly now: Date
}

/** The sums of each year go along into another unit, where the year goes on; the entries stay where they were made. */
export async function carryHours(tx: Db, going: Going): Promise<void> {
  const { memberId, from, to, sourceId, by, now } = going
  const today = dayOf(now)
  const key = 'hours.carried.share'
  const { value: percent, from: ruleFrom } = await ruleAt(tx, key, { path: to.path, day: today })
  const here = await findTotals(tx, { unitId: to.unitId, memberId })
  const entries = (await findTotals(tx, { unitId: from.unitId, memberId })).flatMap((sum) => {
    const { ledger, year } = sum
    const known = here.find((one) => one.ledger === ledger && one.year === year)
    const day = year === yearOf(today) ? today : `${year}-12-31`
    return carriedOver(sum, known, percent).map((part, at): NewEntry => ({
      ...part,
      id: newId(),
      unitId: to.unitId,
      memberId,
      ledger,
      organizationId: to.id,
      day,
      year,
      source: 'carried',
      sourceId,
      title: `${from.name} ${year} 年学时结转`,
      ruleKey: key,
      ruleFrom,
      key: `transfer:${sourceId}:${year}:${at}:${part.isCentralized}:${part.isOnline}`,
      postedBy: by,
      at: now,
    }))
  })
  await lockTotals(tx, entries)
  await addToTotals(tx, await keepEntries(tx, entries))
}
