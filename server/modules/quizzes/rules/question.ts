import type { Banked } from './draw.ts'
import type { Refusal } from './judge.ts'

export type Written = Omit<Banked, 'id'>

/** Why a question cannot be asked like this. */
export function refuseQuestion({ kind, options, keys }: Written): Refusal | undefined {
  const texts = options.map(({ text }) => text)
  const twice = texts.find((text, at) => texts.indexOf(text) !== at)
  if (twice !== undefined) return { reason: 'quizzes.sameOption', words: { 选项: twice } }
  const strange = keys.find((key) => !options.some(({ id }) => id === key))
  if (strange !== undefined) return { reason: 'quizzes.keys', words: { 答案: strange } }
  if (kind === 'multiple' && keys.length < 2) return { reason: 'quizzes.multiple', words: {} }
  return kind !== 'multiple' && keys.length > 1
    ? { reason: 'quizzes.single', words: {} }
    : undefined
}
