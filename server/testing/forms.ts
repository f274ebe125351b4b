import type { Question } from '@zhixing/contract'

export function questionOf(
  id: string,
  kind: Question['kind'],
  facts: Partial<Question> = {},
): Question {
  return {
    id,
    kind,
    title: `第 ${id} 题`,
    hint: '',
    options: [],
    rows: [],
    min: null,
    max: null,
    isRequired: false,
    showIf: null,
    score: null,
    key: [],
    ...facts,
  }
}
