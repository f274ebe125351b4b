import type { Draft, EntryOf } from '@zhixing/contract'

type Form = Draft<EntryOf<'quizzes.create'>>

export type QuizValues = {
  kind: Form['kind']
  title: string
  category?: string
  isEssential?: boolean
  count: number
  minutes: number
  passPercent: number
  triesMax: number
  retestDays?: number | null
  opensOn: string
  closesOn: string
}

export function draftOf(opensOn: string, closesOn: string) {
  return {
    count: 20,
    minutes: 30,
    passPercent: 60,
    triesMax: 1,
    isEssential: false,
    opensOn,
    closesOn,
  }
}

/** One draw is what the form asks for; more of them come through the interface. */
export function inputOf({ category, isEssential, count, retestDays, ...values }: QuizValues) {
  const essential = isEssential === true || values.kind === 'essential'
  const draws = [{ category: category ?? null, isEssential: essential, count }]
  return { ...values, draws: values.kind === 'speech' ? [] : draws, retestDays: retestDays ?? null }
}
