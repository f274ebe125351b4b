import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { rulesAt } from '../../rules/index.ts'

/** How the code lives and when it is taken, by the rules of this place today. */
export async function codeTimes(db: Reader, path: string, now: Date) {
  const rules = await rulesAt(
    db,
    [
      'signin.code.renew',
      'signin.code.valid',
      'signin.code.finish',
      'signin.opens_before',
      'signin.closes_after',
    ],
    { path, day: dayOf(now) },
  )
  return {
    renew: rules['signin.code.renew'].value,
    valid: rules['signin.code.valid'].value,
    finish: rules['signin.code.finish'].value,
    opensBefore: rules['signin.opens_before'].value,
    closesAfter: rules['signin.closes_after'].value,
  }
}
