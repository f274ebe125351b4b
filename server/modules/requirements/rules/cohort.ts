import type { Cohort } from '@zhixing/contract'

/** Which of somebody's cohorts say most about their study; the first two that fit are shown. */
const telling: readonly Cohort[] = [
  'secretary',
  'committeeMember',
  'probationary',
  'newMember',
  'lost',
  'floating',
  'student',
  'retired',
  'farmer',
  'old',
  'youth',
  'middleAged',
]

export function tellingCohort(
  found: readonly { readonly cohort: Cohort; readonly word: string }[],
): string {
  const wordOf = new Map(found.map(({ cohort, word }) => [cohort, word]))
  const words = telling.flatMap((cohort) => wordOf.get(cohort) ?? [])
  const isSecretary = wordOf.has('secretary')
  return words
    .filter((word) => !(isSecretary && word === wordOf.get('committeeMember')))
    .slice(0, 2)
    .join('、')
}
