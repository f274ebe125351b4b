/**
 * Forms: questions with logic, and what somebody answered judged by them. Whoever asks keeps the answers; here are only
 * the questions. What follows from a form, the same for page and server, is in `contract/form-logic.ts`.
 */
import type { Answers, FormDefinition } from '@zhixing/contract'
import { complaintsOf, mistakesOf, visibleAnswers } from '@zhixing/contract/form-logic.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { conflict, missing, unfit } from '../../kernel/problem.ts'
import { findDefinition, keepDefinition } from './store.ts'
import type { FormKey } from './store.ts'

export type { FormKey } from './store.ts'

/** Keeps a form that can be answered, once; what was asked under it stays as it was asked. */
export async function keepForm(
  tx: Db,
  unitId: string,
  definition: FormDefinition,
): Promise<FormKey> {
  if (definition.questions.length === 0) throw conflict('forms.empty')
  const [mistake] = mistakesOf(definition)
  if (mistake) {
    const at = definition.questions.findLastIndex(({ id }) => id === mistake.questionId)
    throw conflict('forms.mistakes', { 题号: at + 1, 原因: mistake.message })
  }
  return keepDefinition(tx, unitId, definition)
}

export async function formOf(db: Reader, key: FormKey): Promise<FormDefinition> {
  const definition = await findDefinition(db, key)
  if (!definition) throw missing('forms.unknown')
  return definition
}

/** What is kept of these answers; or the refusal, question by question, under `answers.<question>`. */
export function judgeAnswers(definition: FormDefinition, answers: Answers): Answers {
  const complaints = complaintsOf(definition, answers)
  if (complaints.length > 0)
    throw unfit(
      complaints.map(({ questionId, message }) => ({ path: `answers.${questionId}`, message })),
    )
  return visibleAnswers(definition, answers)
}
