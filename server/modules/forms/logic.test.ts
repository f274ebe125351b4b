import {
  complaintsOf,
  mistakesOf,
  scoreOf,
  visibleAnswers,
  visibleQuestions,
  withoutKeys,
} from '@zhixing/contract/form-logic.ts'
import type { Answers, FormDefinition, Question } from '@zhixing/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionOf } from '../../testing/forms.ts'

const options = [
  { id: 'a', text: '政策理论' },
  { id: 'b', text: '农业技术' },
  { id: 'c', text: '其他' },
]
const form = (...questions: Question[]): FormDefinition => ({ title: '问卷', intro: '', questions })

const wish = questionOf('wish', 'single', { options, isRequired: true })
const other = questionOf('other', 'text', {
  isRequired: true,
  showIf: { questionId: 'wish', anyOf: ['c'] },
})
const why = questionOf('why', 'scale', { showIf: { questionId: 'other', anyOf: ['x'] } })

test.each<[Question, Answers[string], string]>([
  [questionOf('q', 'single', { options }), 'z', '选了题目里没有的选项，请重新选择'],
  [questionOf('q', 'single', { options }), ['a'], '答案的格式不对，请重新填写'],
  [questionOf('q', 'multiple', { options, min: 2 }), ['a'], '至少选 2 项，现在选了 1 项'],
  [questionOf('q', 'multiple', { options, max: 1 }), ['a', 'b'], '最多选 1 项，现在选了 2 项'],
  [questionOf('q', 'multiple', { options }), ['a', 'a'], '同一个选项选了两次'],
  [questionOf('q', 'scale', { min: 1, max: 20 }), 21, '不能大于 20'],
  [questionOf('q', 'scale'), 2.5, '请打一个整数分'],
  [questionOf('q', 'text'), '好'.repeat(10_000), '最多写 2000 个字，现在有 10000 个字'],
  [questionOf('q', 'number', { min: 0 }), -1, '不能小于 0'],
  [questionOf('q', 'date'), '2026-02-30', '请填一个日期'],
  [questionOf('q', 'date'), '2026-99-99', '请填一个日期'],
  [
    questionOf('q', 'matrix', { options, rows: options, isRequired: true }),
    { a: 'b' },
    '还有 2 行没有选',
  ],
  [
    questionOf('q', 'matrix', { options, rows: options }),
    { z: 'a' },
    '选了题目里没有的选项，请重新选择',
  ],
  [questionOf('q', 'ranking', { options }), ['a', 'b'], '请把 3 项都排上，每项一次'],
])('%o refuses what does not fit', (question, answer, message) => {
  expect(complaintsOf(form(question), { q: answer })).toEqual([{ questionId: 'q', message }])
})

test('a question that the logic hides is not asked, not required, and not answered', () => {
  const asked = form(wish, other)
  expect(visibleQuestions(asked, { wish: 'a' }).map(({ id }) => id)).toEqual(['wish'])
  expect(complaintsOf(asked, { wish: 'a' })).toEqual([])
  expect(complaintsOf(asked, { wish: 'c' })).toMatchObject([{ questionId: 'other' }])
  expect(complaintsOf(asked, { wish: 'a', other: '编织' })).toMatchObject([
    { questionId: 'other', message: '按前面的选择，这道题不用回答' },
  ])
  expect(complaintsOf(asked, { wish: 'a', ghost: '1' })).toMatchObject([{ questionId: 'ghost' }])
  expect(complaintsOf(asked, { wish: 'a', constructor: '1' })).toHaveLength(1)
})

test('a form that cannot work is told which question and why', () => {
  expect(mistakesOf(form(other, wish))).toMatchObject([{ message: '显示条件只能引用前面的题' }])
  expect(mistakesOf(form(wish, other, why))).toMatchObject([
    { questionId: 'why', message: '显示条件只能引用单选题、多选题和打分题' },
  ])
  expect(mistakesOf(form(wish, wish))).toMatchObject([{ message: '两道题用了同一个编号' }])
  expect(mistakesOf(form(questionOf('q', 'single')))).toMatchObject([
    { message: '至少要有两个选项' },
  ])
  const ghost = { questionId: 'wish', anyOf: ['z'] }
  expect(mistakesOf(form(wish, questionOf('q', 'text', { showIf: ghost })))).toHaveLength(1)
  expect(mistakesOf(form(wish, other))).toEqual([])
})

test('scores: scales earn their share, keys all or nothing, and no key leaves with the form', () => {
  const quiz = form(
    questionOf('s', 'scale', { min: 0, max: 20, score: 20 }),
    questionOf('m', 'multiple', { options, score: 10, key: ['a', 'b'] }),
    questionOf('t', 'text', { score: 5, key: ['1921'] }),
  )
  expect(scoreOf(quiz, { s: 15, m: ['b', 'a'], t: ' 1921 ' })).toEqual({ score: 30, max: 35 })
  expect(scoreOf(quiz, { s: 99, m: ['a'] })).toEqual({ score: 0, max: 35 })
  expect(JSON.stringify(withoutKeys(quiz))).not.toContain('1921')
})

const anyAnswer = fc.oneof(
  fc.string(),
  fc.integer({ min: -5, max: 30 }),
  fc.subarray(['a', 'b', 'c', 'z']),
  fc.dictionary(fc.constantFrom('a', 'b', 'z'), fc.constantFrom('a', 'b', 'z')),
)
const kinds = [
  'single',
  'multiple',
  'scale',
  'text',
  'number',
  'date',
  'matrix',
  'ranking',
] as const
const anyForm = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      isRequired: fc.boolean(),
      back: fc.nat({ max: 3 }),
      anyOf: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      score: fc.option(fc.nat({ max: 20 })),
      key: fc.subarray(['a', 'b', 'c']),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drafts) =>
    form(
      ...drafts.map(({ back, anyOf, kind, ...facts }, at) =>
        questionOf(`q${at}`, kind, {
          ...facts,
          options,
          rows: options,
          showIf: back > 0 && at - back >= 0 ? { questionId: `q${at - back}`, anyOf } : null,
        }),
      ),
    ),
  )
const anyAnswers = fc.dictionary(
  fc.integer({ min: 0, max: 9 }).map((at) => `q${at}`),
  anyAnswer,
)

test('whatever is answered: no throw, hidden answers never stay, and what is sent is stable', () => {
  fc.assert(
    fc.property(anyForm, anyAnswers, (definition, answers) => {
      const sent = visibleAnswers(definition, answers)
      const shown = new Set(visibleQuestions(definition, sent).map(({ id }) => id))
      expect(Object.keys(sent).every((id) => shown.has(id))).toBe(true)
      expect(visibleAnswers(definition, sent)).toEqual(sent)
      expect(
        complaintsOf(definition, sent).some(({ message }) => message.includes('不用回答')),
      ).toBe(false)
      const { score, max } = scoreOf(definition, answers)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(max)
    }),
  )
})
