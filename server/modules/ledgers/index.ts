/**
 * Ledgers: hours studied, entry by entry, and their sums by member and year.
 * Nothing is edited or deleted; what was wrong is taken back by a second entry. Neighbours post and take back here;
 * what a full day has no room for waits, in sight, until there is.
 */
import type { Reader } from '../../kernel/db.ts'
import { objectOf } from '../../kernel/object-of.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import type { FileSubject } from '../files/index.ts'
import { rulesAt, rulesBelow } from '../rules/index.ts'
import type { RuleAnswers, RulePoint } from '../rules/index.ts'
import { conversionKeys, worthOf } from './rules/conversion.ts'
import type { Study } from './rules/conversion.ts'
import { findLive } from './store/entries.ts'

export { carryHours } from './steps/carry.ts'
export { postHours } from './steps/post.ts'
export type { Posting } from './steps/post.ts'
export { reverseHours } from './steps/reverse.ts'
export { postOrWait, retryWaiting } from './steps/wait.ts'
export { conversionKeys } from './rules/conversion.ts'
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

/** What studies are worth anywhere below a path: the rules are read once, for many that follow. */
export async function convertersBelow(db: Reader, path: string) {
  return convertersOf(await rulesBelow(db, conversionKeys, path))
}

/** The same for whoever has read the rules already, `conversionKeys` among them. */
export function convertersOf(rulesOf: (point: RulePoint) => ConversionRules) {
  return (point: RulePoint, study: Study) => worthBy(rulesOf(point), study)
}

/** What a study is worth at a place on a day, and since when the rule that says so has held. */
export async function convertHours(db: Reader, point: RulePoint, study: Study) {
  return worthBy(await rulesAt(db, conversionKeys, point), study)
}

type ConversionRules = RuleAnswers<(typeof conversionKeys)[number]>

function worthBy(rules: ConversionRules, study: Study) {
  const values = objectOf<{ [K in (typeof conversionKeys)[number]]: number }>(
    conversionKeys.map((key) => [key, rules[key].value] as const),
  )
  const worth = worthOf(study, values)
  return { ...worth, ruleFrom: rules[worth.ruleKey].from }
}
