/** What follows from a form and what somebody answered: the same on the page and on the server. No zod in here. */
import type { Answer, Answers, FormDefinition, Question } from './form-shapes.ts'
import { answerLimits } from './form-words.ts'

export type Complaint = { readonly questionId: string; readonly message: string }

/** The questions that somebody sees who answered so far; a question behind a hidden one is hidden too. */
export function visibleQuestions({ questions }: FormDefinition, answers: Answers): Question[] {
  const seen = new Set<string>()
  return questions.filter(({ id, showIf }) => {
    const isShown =
      !showIf ||
      (seen.has(showIf.questionId) &&
        chosenIn(valueOf(answers, showIf.questionId)).some((one) => showIf.anyOf.includes(one)))
    if (isShown) seen.add(id)
    return isShown
  })
}

/** Only what is asked and not empty: what a page sends, so that a change of mind leaves nothing behind. */
export function visibleAnswers(definition: FormDefinition, answers: Answers): Answers {
  return Object.fromEntries(
    visibleQuestions(definition, answers).flatMap(({ id }) => {
      const value = valueOf(answers, id)
      return value === undefined || isEmpty(value) ? [] : [[id, value]]
    }),
  )
}

/** What is wrong with these answers, question by question, in the order of the form. */
export function complaintsOf(definition: FormDefinition, answers: Answers): Complaint[] {
  const shown = new Set(visibleQuestions(definition, answers).map(({ id }) => id))
  const known = new Set(definition.questions.map(({ id }) => id))
  const strange = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((questionId) => ({ questionId, message: '卷子里没有这道题，请刷新后重新填写' }))
  const wrong = definition.questions.flatMap((question) => {
    const message = complaintOf(question, valueOf(answers, question.id), shown.has(question.id))
    return message ? [{ questionId: question.id, message }] : []
  })
  return [...wrong, ...strange]
}

function complaintOf(question: Question, value: Answer | undefined, isShown: boolean): string {
  const isLeftOut = value === undefined || isEmpty(value)
  if (!isShown) return isLeftOut ? '' : '按前面的选择，这道题不用回答'
  if (isLeftOut) return question.isRequired ? '这道题必须回答' : ''
  return judges[question.kind](question, value)
}

type Judge = (question: Question, value: Answer) => string
const shapeless = '答案的格式不对，请重新填写'
const unknownOption = '选了题目里没有的选项，请重新选择'

const judges: Readonly<Record<Question['kind'], Judge>> = {
  single: ({ options }, value) => {
    if (typeof value !== 'string') return shapeless
    return idsOf(options).has(value) ? '' : unknownOption
  },
  multiple: ({ options, min, max }, value) => {
    if (!isList(value)) return shapeless
    if (value.some((one) => !idsOf(options).has(one))) return unknownOption
    if (new Set(value).size !== value.length) return '同一个选项选了两次'
    if (min !== null && value.length < min) return `至少选 ${min} 项，现在选了 ${value.length} 项`
    if (max !== null && value.length > max) return `最多选 ${max} 项，现在选了 ${value.length} 项`
    return ''
  },
  scale: ({ min, max }, value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return '请打一个整数分'
    return outside(value, min ?? 1, max ?? 5)
  },
  text: ({ max }, value) => {
    if (typeof value !== 'string') return shapeless
    const limit = Math.min(max ?? answerLimits.text, answerLimits.text)
    const length = Array.from(value).length
    return length > limit ? `最多写 ${limit} 个字，现在有 ${length} 个字` : ''
  },
  number: ({ min, max }, value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return '请填一个数字'
    return outside(value, min ?? -Infinity, max ?? Infinity)
  },
  date: (_, value) => (typeof value === 'string' && isDay(value) ? '' : '请填一个日期'),
  matrix: ({ rows, options, isRequired }, value) => {
    if (typeof value !== 'object' || isList(value)) return shapeless
    const entries = Object.entries(value)
    if (entries.some(([row]) => !idsOf(rows).has(row))) return unknownOption
    if (entries.some(([, option]) => !idsOf(options).has(option))) return unknownOption
    const open = rows.length - entries.length
    return isRequired && open > 0 ? `还有 ${open} 行没有选` : ''
  },
  ranking: ({ options }, value) => {
    if (!isList(value)) return shapeless
    if (value.some((one) => !idsOf(options).has(one))) return unknownOption
    const isWhole = new Set(value).size === options.length && value.length === options.length
    return isWhole ? '' : `请把 ${options.length} 项都排上，每项一次`
  },
}

function outside(value: number, min: number, max: number): string {
  if (value < min) return `不能小于 ${min}`
  return value > max ? `不能大于 ${max}` : ''
}

/** What is wrong with the form itself, for whoever writes it. */
export function mistakesOf({ questions }: FormDefinition): Complaint[] {
  const earlier = new Map<string, Question>()
  return questions.flatMap((question) => {
    const message = mistakeOf(question, earlier)
    earlier.set(question.id, question)
    return message ? [{ questionId: question.id, message }] : []
  })
}

function mistakeOf(question: Question, earlier: ReadonlyMap<string, Question>): string {
  const { id, kind, options, rows, min, max, showIf, key } = question
  if (earlier.has(id)) return '两道题用了同一个编号'
  const needsOptions = ['single', 'multiple', 'matrix', 'ranking'].includes(kind)
  if (needsOptions && options.length < 2) return '至少要有两个选项'
  if (idsOf(options).size !== options.length) return '两个选项用了同一个编号'
  if (kind === 'matrix' && rows.length === 0) return '矩阵题至少要有一行'
  if (idsOf(rows).size !== rows.length) return '矩阵题的两行用了同一个编号'
  if (min !== null && max !== null && min > max) return '最小值比最大值还大'
  if (kind === 'scale' && scaleOf(question).length > 101) return '打分题最多 101 个分值'
  if (kind === 'multiple' && (min ?? 0) > options.length) return '要求选的比选项还多'
  if (needsOptions && key.some((one) => !idsOf(options).has(one))) return '标准答案不在选项里'
  return showIf ? logicMistake(showIf, earlier) : ''
}

function logicMistake(
  { questionId, anyOf }: NonNullable<Question['showIf']>,
  earlier: ReadonlyMap<string, Question>,
): string {
  const asked = earlier.get(questionId)
  if (!asked) return '显示条件只能引用前面的题'
  if (asked.kind === 'scale')
    return anyOf.every((one) => scaleOf(asked).includes(Number(one)))
      ? ''
      : '显示条件里的分值不在打分范围内'
  if (asked.kind !== 'single' && asked.kind !== 'multiple')
    return '显示条件只能引用单选题、多选题和打分题'
  return anyOf.every((one) => idsOf(asked.options).has(one)) ? '' : '显示条件里的选项不存在'
}

/** The marks of a scale, from its lower end to its upper. */
export function scaleOf({ min, max }: Pick<Question, 'min' | 'max'>): number[] {
  const [from, to] = [Math.ceil(min ?? 1), Math.floor(max ?? 5)]
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, 1000)) }, (_, at) => from + at)
}

export type Score = { readonly score: number; readonly max: number }

/** What the answers earn of what can be earned from the questions that were asked. */
export function scoreOf(definition: FormDefinition, answers: Answers): Score {
  const marked = visibleQuestions(definition, answers).filter(({ score }) => score !== null)
  return {
    score: round(sum(marked.map((question) => earned(question, valueOf(answers, question.id))))),
    max: round(sum(marked.map(({ score }) => score ?? 0))),
  }
}

/** A scale earns its share; anything else is right as a whole or not. */
function earned(question: Question, value: Answer | undefined): number {
  const { kind, score, key, max } = question
  if (score === null || value === undefined || complaintOf(question, value, true)) return 0
  if (kind === 'scale' && key.length === 0) {
    const top = max ?? 5
    return top > 0 ? (Math.max(0, Number(value)) / top) * score : 0
  }
  return key.length > 0 && isRight(question, value) ? score : 0
}

function isRight({ kind, key }: Question, value: Answer): boolean {
  if (kind === 'multiple')
    return isList(value) && value.length === key.length && key.every((one) => value.includes(one))
  if (kind === 'ranking') return isList(value) && value.join('\n') === key.join('\n')
  return typeof value === 'string' || typeof value === 'number'
    ? key.includes(String(value).trim())
    : false
}

/** The form as those see it who are to answer it. */
export function withoutKeys(definition: FormDefinition): FormDefinition {
  const questions = definition.questions.map((question) => ({ ...question, key: [] }))
  return { ...definition, questions }
}

function valueOf(answers: Answers, id: string): Answer | undefined {
  return Object.keys(answers).includes(id) ? answers[id] : undefined
}

function chosenIn(value: Answer | undefined): readonly string[] {
  if (value === undefined) return []
  if (isList(value)) return value
  return typeof value === 'object' ? [] : [String(value)]
}

function isEmpty(value: Answer): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}

function isList(value: Answer): value is string[] {
  return Array.isArray(value)
}

function idsOf(choices: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(choices.map(({ id }) => id))
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
