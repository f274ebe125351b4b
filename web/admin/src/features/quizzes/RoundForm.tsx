import { addDays } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Contest } from './ContestsPage.tsx'
import { QuizFields } from './LayForm.tsx'
import { draftOf, inputOf } from './quiz-values.ts'
import type { QuizValues } from './quiz-values.ts'

type Values = QuizValues & { admits?: number | null }

const kinds = [
  { value: 'contest', label: '答题' },
  { value: 'speech', label: '主题演讲（评委打分）' },
]

/** One more round: questions or speeches; the first is open to all. */
export function RoundForm({ contest, close }: { contest: Contest; close: () => void }) {
  const { unitId, contestId, rounds } = contest
  const [quizId] = useState(newId)
  const last = rounds.at(-1)?.closesOn
  const opensOn = last ? addDays(last, 1) : thisDay()
  return (
    <ActForm
      act="contests.addRound"
      draft={`round:${contestId}`}
      initial={{ ...draftOf(opensOn, addDays(opensOn, 7)), kind: 'contest' }}
      input={({ admits, ...values }: Values) => ({
        unitId,
        contestId,
        quizId,
        admits: admits ?? null,
        ...inputOf(values),
      })}
      submit="加一轮"
      done={close}
      cancel={close}
    >
      <Form.Item name="kind" label="方式">
        <Select options={kinds} />
      </Form.Item>
      <QuizFields />
      {last ? (
        <Form.Item name="admits" label="取上一轮前几名（不填为人人可以）">
          <InputNumber min={1} max={1000} />
        </Form.Item>
      ) : null}
    </ActForm>
  )
}
