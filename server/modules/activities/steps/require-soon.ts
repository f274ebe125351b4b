import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Problem } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { momentWords } from '../rules/words.ts'
import type { Held } from '../store/activities.ts'

const minute = 60_000

/** From when on the code would be taken: nobody was there before there was anything. */
export async function opensAt(
  db: Reader,
  { activity, path }: Pick<Held, 'activity' | 'path'>,
  now: Date,
): Promise<Date> {
  const { value } = await ruleAt(db, 'signin.opens_before', { path, day: dayOf(now) })
  return new Date(activity.startsAt.getTime() - value * minute)
}

export function tooEarly(opens: Date): Problem {
  return conflict('activities.presentEarly', { 时间: momentWords(opens) })
}

export async function requireSoon(
  db: Reader,
  held: Pick<Held, 'activity' | 'path'>,
  now: Date,
): Promise<void> {
  const opens = await opensAt(db, held, now)
  if (now < opens) throw tooEarly(opens)
}
