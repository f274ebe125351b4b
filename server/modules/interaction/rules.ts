import type { Answers, FormDefinition } from '@zhixing/contract'

/** A poll is a form of one question. */
const only = 'choice'

type Wording = {
  readonly title: string
  readonly kind: 'single' | 'multiple'
  readonly options: readonly string[]
  readonly max: number | null
}

export function formOf({ title, kind, options, max }: Wording): FormDefinition {
  const question = {
    id: only,
    kind,
    title,
    hint: '',
    options: options.map((text, at) => ({ id: `o${String(at + 1)}`, text })),
    rows: [],
    min: null,
    max: kind === 'multiple' ? max : null,
    isRequired: true,
    showIf: null,
    score: null,
    key: [],
  }
  return { title: title.slice(0, 100), intro: '', questions: [question] }
}

/** The question as those see it who choose. */
export function wordingOf({ questions: [question] }: FormDefinition) {
  const { title = '', kind, options = [], max = null } = question ?? {}
  return {
    title,
    kind: kind === 'multiple' ? ('multiple' as const) : ('single' as const),
    options: options.map(({ id, text }) => ({ id, text })),
    max,
  }
}

/** What was chosen, in the words of a form. */
export function answersOf(kind: 'single' | 'multiple', chosen: readonly string[]): Answers {
  const [first = ''] = chosen
  return { [only]: kind === 'single' && chosen.length === 1 ? first : [...chosen] }
}

export function chosenIn(answers: Answers): string[] {
  const value = answers[only]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value : []
}

/** How many chose what, option by option, those that nobody chose as well. */
export function tallyOf(options: readonly { readonly id: string }[], all: readonly Answers[]) {
  const counts = new Map(options.map(({ id }) => [id, 0]))
  for (const id of all.flatMap(chosenIn)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return { voters: all.length, votes: [...counts].map(([id, count]) => ({ id, count })) }
}

type Ranked = {
  readonly likes: number
  readonly at: Date
  readonly isHidden: boolean
  readonly isAnswered: boolean
}

/** What waits comes first, what more ask for before what fewer do; out of sight comes last. */
export function inTurn(one: Ranked, other: Ranked): number {
  return (
    Number(one.isHidden) - Number(other.isHidden) ||
    Number(one.isAnswered) - Number(other.isAnswered) ||
    other.likes - one.likes ||
    one.at.getTime() - other.at.getTime()
  )
}
