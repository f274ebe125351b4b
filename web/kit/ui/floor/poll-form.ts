import type { Answers, FormDefinition } from '@zhixing/contract'
import type { Poll } from './Bars.tsx'

const only = 'choice'

/** The poll as a form of one question, so that it is filled in like any other. */
export function formOf({ title, kind, options, max }: Poll): FormDefinition {
  const hint = kind === 'single' ? '选一项' : `可以选${max ? `，最多 ${String(max)} 项` : '几项'}`
  const question = {
    id: only,
    kind,
    title,
    hint,
    options,
    rows: [],
    min: null,
    max,
    isRequired: true,
    showIf: null,
    score: null,
    key: [],
  }
  return { title, intro: '', questions: [question] }
}

export function chosenIn(answers: Answers): string[] {
  const value = answers[only]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value : []
}
