import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { questionOf } from '../../testing/forms.ts'
import { formOf, judgeAnswers, keepForm } from './index.ts'
import { forms } from './table.ts'

const wish = questionOf('wish', 'text', { isRequired: true })
const definition = { title: '征求意见', intro: '', questions: [wish] }

test('a wording is kept once, found again, and never changes', async () => {
  const unitId = newId()
  const key = await keepForm(db, unitId, definition)
  expect(await keepForm(db, unitId, definition)).toEqual(key)
  const other = await keepForm(db, unitId, { ...definition, title: '再征求意见' })
  expect(other.formId).not.toBe(key.formId)
  expect(await formOf(db, key)).toEqual(definition)
  await expectRefusal(formOf(db, { ...key, formId: newId() }), 'forms.unknown')

  const rewrite = db
    .update(forms)
    .set({ definition: { ...definition, title: '改' } })
    .where(eq(forms.id, key.formId))
  await expect(rewrite).rejects.toThrow()
})

test('a form without questions, or with one that cannot work, is refused', async () => {
  await expectRefusal(keepForm(db, newId(), { ...definition, questions: [] }), 'forms.empty')
  const broken = { ...definition, questions: [wish, questionOf('which', 'single')] }
  await expectRefusal(keepForm(db, newId(), broken), 'forms.mistakes')
})

test('answers are refused question by question', () => {
  expect(judgeAnswers(definition, { wish: '多讲农技' })).toEqual({ wish: '多讲农技' })
  const judge = () => judgeAnswers(definition, { wish: ' ' })
  expect(judge).toThrow(
    expect.objectContaining({
      issues: [{ path: 'answers.wish', message: '这道题必须回答' }],
    }),
  )
})
