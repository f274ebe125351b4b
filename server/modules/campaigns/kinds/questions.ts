import type { Question } from '@zhixing/contract'

const plain = {
  hint: '',
  options: [],
  rows: [],
  min: null,
  max: null,
  isRequired: true,
  showIf: null,
  score: null,
  key: [],
}

/** A number that is added up on the way to the county. */
export function number(id: string, title: string): Question {
  return { ...plain, id, kind: 'number', title, min: 0, max: 1_000_000 }
}

export function text(id: string, title: string): Question {
  return { ...plain, id, kind: 'text', title, max: 2000 }
}

export function single(id: string, title: string, options: readonly string[]): Question {
  const choices = options.map((words, at) => ({ id: `${id}-${at + 1}`, text: words }))
  return { ...plain, id, kind: 'single', title, options: choices }
}
