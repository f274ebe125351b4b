import { reviewRelations } from '@zhixing/contract/development-words.ts'

type Subject = {
  readonly relation: keyof typeof reviewRelations
  readonly finding: 'clear' | 'doubt' | null
}

/** Why a political review cannot be concluded well; nothing where it can. */
export function refuseConclusion(subjects: readonly Subject[], reason: string) {
  const silent = subjects.filter(({ finding }) => finding === null)
  if (silent.length > 0)
    return { reason: 'development.reviewOpen', words: { 谁: named(silent) } } as const
  if (!subjects.some(({ relation }) => relation === 'self'))
    return { reason: 'development.reviewSelf', words: {} } as const
  const doubted = subjects.filter(({ finding }) => finding === 'doubt')
  if (doubted.length > 0 && reason.length < 4)
    return { reason: 'development.reviewDoubt', words: { 谁: named(doubted) } } as const
  return undefined
}

/** The same, as what is still to be had. */
export function reviewLacks(subjects: readonly Subject[]): string[] {
  const silent = subjects.filter(({ finding }) => finding === null)
  const self = subjects.some(({ relation }) => relation === 'self') ? [] : ['对本人的审查']
  return [...self, ...silent.map(({ relation }) => `${reviewRelations[relation]}的回复`)]
}

function named(some: readonly Subject[]): string {
  return [...new Set(some.map(({ relation }) => reviewRelations[relation]))].join('、')
}

type Opinion = { readonly department: string; readonly answer: 'agree' | 'object' | null }

const again = '（复核）'

/** The departments whose objection stands: the last word of each, also the one after it was asked again. */
export function vetoes(opinions: readonly Opinion[], departments: readonly string[]): string[] {
  const last = new Map<string, Opinion['answer']>()
  for (const { department, answer } of opinions)
    if (answer) last.set(department.replace(again, ''), answer)
  return departments.filter((name) => last.get(name) === 'object')
}
