import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { momentWords } from '../rules/words.ts'
import type { Held } from '../store/activities.ts'

const minute = 60_000

/** Nobody was there before there was anything: whoever came is marked from when the code would be taken. */
export async function requireSoon(
  db: Reader,
  { activity, path }: Pick<Held, 'activity' | 'path'>,
  now: Date,
): Promise<void> {
  const { value } = await ruleAt(db, 'signin.opens_before', { path, day: dayOf(now) })
  const opensAt = new Date(activity.startsAt.getTime() - value * minute)
  if (now < opensAt) throw conflict('activities.presentEarly', { 时间: momentWords(opensAt) })
}
