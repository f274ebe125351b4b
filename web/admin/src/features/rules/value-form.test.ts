import type { RuleValue } from '@zhixing/contract'
import { expect, test } from 'vitest'
import { fieldsOf, valueOf } from './value-form.ts'

test.each([
  ['number', 'studyMinutes', 1920, { number: 32 }],
  ['number', 'times', 1, { number: 1 }],
  ['optional', 'workdays', null, { number: null }],
  ['share', 'share', [1, 3], { top: 1, bottom: 3 }],
  ['words', 'grades', ['好', '差'], { words: ['好', '差'] }],
  [
    'steps',
    'permyriad',
    [
      { upTo: 3000, value: 50 },
      { upTo: null, value: 100 },
    ],
    {
      steps: [
        { upTo: 3000, value: 0.5 },
        { upTo: null, value: 1 },
      ],
    },
  ],
] as const)('a value of shape %s in %s is typed and read back', (shape, unit, value, fields) => {
  expect(fieldsOf(value as unknown as RuleValue, unit)).toEqual(fields)
  expect(valueOf(shape, fields as never, unit)).toEqual(value)
})

test('what is not complete has no value', () => {
  expect(valueOf('number', {}, 'times')).toBeUndefined()
  expect(valueOf('share', { top: 1 }, 'share')).toBeUndefined()
  expect(valueOf('steps', { steps: [{ upTo: null, value: null }] }, 'yuan')).toBeUndefined()
  expect(valueOf('words', { words: [] }, 'grades')).toBeUndefined()
})
