import { dayOf, lastDayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { convertersBelow, postHours } from '../modules/ledgers/index.ts'
import type { Posting } from '../modules/ledgers/index.ts'
import type { Dice } from './dice.ts'
import type { DemoBranch } from './population.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const shortest = 30
const longest = 110
const title = '学习强国平台学习时长'

/** What people studied online, month by month, as taken over from the platform on which they did. */
export async function plantOnline(
  { tx, now }: Scene,
  filled: readonly DemoBranch[],
  dice: Dice,
): Promise<void> {
  const [first] = filled
  if (!first) return
  const worthAt = await convertersBelow(tx, first.branch.path)
  for (const day of monthEnds(dayOf(now))) {
    const sourceId = newId()
    const postings: Posting[] = filled.flatMap(({ people, branch }) =>
      people
        .filter(
          ({ excuse, joinedOn, zeal }) => !excuse && joinedOn <= day && dice.chance(zeal * 0.5),
        )
        .map(({ id: memberId }) => {
          const clockMinutes = dice.between(shortest, longest)
          const study = { source: 'online', clockMinutes, level: 'branch', days: 1 } as const
          return {
            ...worthAt({ path: branch.path, day }, study),
            unitId: branch.unitId,
            memberId,
            day,
            source: 'online' as const,
            sourceId,
            title,
            category: 'theory',
            level: 'branch' as const,
            key: `online:${sourceId}`,
            postedBy: sourceId,
            at: now,
          }
        }),
    )
    await postHours(tx, postings)
  }
}

/** The last days of the months of this year that are over, and today for the running one. */
function monthEnds(today: string): string[] {
  const months = Number(today.slice(5, 7))
  return Array.from({ length: months }, (_, at) => {
    const last = lastDayOf(`${yearOf(today)}-${String(at + 1).padStart(2, '0')}`)
    return last < today ? last : today
  })
}
