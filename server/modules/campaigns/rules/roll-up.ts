import type { Answer, Answers, Question } from '@zhixing/contract'

type Figure = {
  readonly questionId: string
  readonly optionId: string | null
  readonly title: string
  readonly kind: 'sum' | 'count' | 'texts'
  readonly value: number
}

/** What all answers to one question come to. */
export function figuresOf(question: Question, all: readonly Answers[]): Figure[] {
  const { id: questionId, title, kind, options } = question
  const given = all.flatMap((answers) => {
    const answer = answers[questionId]
    return answer === undefined ? [] : [answer]
  })
  const base = { questionId, optionId: null, title }
  if (kind === 'number' || kind === 'scale') {
    const value = given.reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0)
    return [{ ...base, kind: 'sum', value: Math.round(value * 100) / 100 }]
  }
  if (kind === 'single' || kind === 'multiple')
    return options.map(({ id, text }) => ({
      questionId,
      optionId: id,
      title: `${title}：${text}`,
      kind: 'count' as const,
      value: all.filter((answers) => isChosen(answers[questionId], id)).length,
    }))
  return [{ ...base, kind: 'texts', value: given.length }]
}

/** What one organization said to it, in words; empty where it chose something else. */
export function valueFor(question: Question, answer: Answer, optionId: string | null): string {
  if (optionId !== null) return isChosen(answer, optionId) ? textOf(question, optionId) : ''
  if (typeof answer === 'string' || typeof answer === 'number')
    return question.kind === 'single' ? textOf(question, String(answer)) : String(answer)
  const chosen = Array.isArray(answer)
    ? answer.map((one) => textOf(question, one))
    : Object.entries(answer).map(
        ([row, one]) => `${rowOf(question, row)}：${textOf(question, one)}`,
      )
  return chosen.join('、')
}

function isChosen(answer: Answer | undefined, optionId: string): boolean {
  return Array.isArray(answer) ? answer.includes(optionId) : answer === optionId
}

function textOf({ options }: Question, id: string): string {
  return options.find((one) => one.id === id)?.text ?? id
}

function rowOf({ rows }: Question, id: string): string {
  return rows.find((one) => one.id === id)?.text ?? id
}
