import type { Reader } from '../../../kernel/db.ts'
import { convertHours } from '../../ledgers/index.ts'
import { ruleAt } from '../../rules/index.ts'
import type { RulePoint } from '../../rules/index.ts'
import { creditedAgenda } from '../rules/closing.ts'
import { clockMinutesOf, creditWords } from '../rules/credit.ts'
import type { Kind } from '../rules/kind.ts'
import type { Activity } from '../store/activities.ts'

/** What each who came is credited with, and who taught, by the rules of that day. */
export async function readCredit(
  db: Reader,
  kind: Kind,
  { startsAt, endsAt, agenda, level }: Pick<Activity, 'startsAt' | 'endsAt' | 'agenda' | 'level'>,
  point: RulePoint,
) {
  const lengthMinutes = Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000)
  const clockMinutes = clockMinutesOf(kind, creditedAgenda(agenda), lengthMinutes)
  const study = { clockMinutes, level, days: 1, isSession: true }
  const worth = await convertHours(db, point, { ...study, source: kind.hours.source })
  const taught = kind.hasLecturer
    ? await convertHours(db, point, { ...study, source: 'teaching' })
    : undefined
  const { clause } = await ruleAt(db, worth.ruleKey, point)
  return {
    ...worth,
    clockMinutes,
    taught,
    clause,
    sum: creditWords(kind, clockMinutes, worth.minutes),
  }
}
