import * as z from 'zod'
import { answerLimits, questionKinds } from './form-words.ts'
import { Line, Name, Text, keysOf } from './vocabulary.ts'

const Key = z.string().regex(/^[\w-]{1,40}$/, '编号只能用字母、数字和连字符')
const Choice = z.object({ id: Key, text: Line.min(1, '没有填写') })
const Bound = z.number().min(-1_000_000_000).max(1_000_000_000).nullable().default(null)

export const Question = z.object({
  id: Key,
  kind: z.enum(keysOf(questionKinds)),
  title: z.string().trim().min(1, '没有填写').max(500),
  hint: Line.default(''),
  /** What is chosen from: of single and multiple choice, of each row of a matrix, to be put in order. */
  options: z.array(Choice).max(answerLimits.options).default([]),
  rows: z.array(Choice).max(answerLimits.options).default([]),
  /** Of a scale its ends; of a number its bounds; of a text its length; of a multiple choice how many. */
  min: Bound,
  max: Bound,
  isRequired: z.boolean().default(false),
  /** Asked only of those who chose one of these in an earlier question. */
  showIf: z
    .object({ questionId: Key, anyOf: z.array(z.string().max(40)).min(1).max(60) })
    .nullable()
    .default(null),
  score: z.number().min(0).max(1000).nullable().default(null),
  /** What is right, where there is a right answer. */
  key: z.array(z.string().max(200)).max(answerLimits.options).default([]),
})
export type Question = z.infer<typeof Question>

export const FormDefinition = z.object({
  title: Name,
  intro: Text.max(2000).default(''),
  questions: z.array(Question).max(answerLimits.questions),
})
export type FormDefinition = z.infer<typeof FormDefinition>

/** Longer than any answer may be, so that the question itself can say that it is too long. */
const Written = z.string().max(20_000, '最多 20000 个字')
const Answer = z.union([
  Written,
  z.number(),
  z.array(z.string().max(40)).max(answerLimits.options),
  z.record(z.string().max(40), z.string().max(40)),
])
export type Answer = z.infer<typeof Answer>

/** By the id of the question; what was not answered is not there. */
export const Answers = z.record(z.string().max(40), Answer)
export type Answers = z.infer<typeof Answers>
