import type { Answer, Answers, FormDefinition, Question, Tally } from '@zhixing/contract'
import { scoreOf } from '@zhixing/contract/form-logic.ts'

/** What the answers to each question come to. */
export function talliesOf(definition: FormDefinition, all: readonly Answers[]): Tally[] {
  return definition.questions.map((question) => {
    const values = all.map((answers) => answers[question.id]).filter((one) => one !== undefined)
    const counts: Record<string, number> = {}
    for (const value of values)
      for (const key of keysOf(question, value)) counts[key] = (counts[key] ?? 0) + 1
    const numbers = values.filter((one) => typeof one === 'number')
    const isCounted = question.kind === 'scale' || question.kind === 'number'
    return {
      questionId: question.id,
      answered: values.length,
      counts,
      mean: isCounted ? meanOf(numbers) : null,
    }
  })
}

/** The first of a ranking counts; what is written is not counted. */
function keysOf({ kind }: Question, value: Answer): readonly string[] {
  if (kind === 'text' || kind === 'number' || kind === 'date') return []
  if (Array.isArray(value)) return kind === 'ranking' ? value.slice(0, 1) : value
  if (typeof value === 'object') return Object.entries(value).map((pair) => pair.join('|'))
  return [String(value)]
}

/** What was written to each question: in the order of the words, so that nothing follows from the order. */
export function textsOf({ questions }: FormDefinition, all: readonly Answers[]) {
  return questions
    .filter(({ kind }) => kind === 'text' || kind === 'date')
    .map(({ id }) => {
      const said = all.flatMap((answers) => (typeof answers[id] === 'string' ? [answers[id]] : []))
      const texts = [...new Set(said)].toSorted((one, other) => one.localeCompare(other, 'zh'))
      return { questionId: id, answered: said.length, texts: texts.slice(0, textsMost) }
    })
}

/** Nobody reads more on a page; the export holds all of them. */
const textsMost = 100

/** How much of what can be earned was earned, in percent; nothing where there is nothing to earn. */
export function shareOf(definition: FormDefinition, all: readonly Answers[]): number | null {
  const scores = all.map((answers) => scoreOf(definition, answers)).filter(({ max }) => max > 0)
  const mean = meanOf(scores.map(({ score, max }) => (score / max) * 100))
  return mean === null ? null : Math.round(mean * 10) / 10
}

function meanOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sum = numbers.reduce((one, other) => one + other, 0)
  return Math.round((sum / numbers.length) * 100) / 100
}

/** An answer in words, for a file. */
export function wordsOf({ options, rows }: Question, value: Answer | undefined): string {
  const nameOf = (id: string) => options.find((one) => one.id === id)?.text ?? id
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.map(nameOf).join('、')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([row, one]) => `${rows.find(({ id }) => id === row)?.text ?? row}：${nameOf(one)}`)
      .join('；')
  return typeof value === 'string' ? nameOf(value) : String(value)
}
