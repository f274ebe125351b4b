import { addDays } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { draftOf, inputOf } from './quiz-values.ts'
import type { QuizValues } from './quiz-values.ts'

const kinds = [
  { value: 'test', label: '测验' },
  { value: 'essential', label: '应知应会（只抽应知应会题）' },
]

/** A quiz in one go: what is drawn, how long it takes, when it passes, and when it is asked again. */
export function LayForm({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const [quizId] = useState(newId)
  return (
    <ActForm
      act="quizzes.create"
      draft={`quiz:${organizationId}`}
      initial={{ ...draftOf(thisDay(), addDays(thisDay(), 30)), kind: 'test' }}
      input={(values: QuizValues) => ({ organizationId, quizId, ...inputOf(values) })}
      submit="布置"
      done={() => {
        void message.success('已布置，下级党员在手机“测验”里作答')
        close()
      }}
      cancel={close}
    >
      <Form.Item name="kind" label="类别">
        <Select options={kinds} />
      </Form.Item>
      <QuizFields />
      <Form.Item name="retestDays" label="多少天后复测（不填为不复测）">
        <InputNumber min={1} max={365} />
      </Form.Item>
    </ActForm>
  )
}

/** What every round of questions asks, whether it stands alone or in a contest. */
export function QuizFields() {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('quizzes.bank', { organizationId, size: 1 })
  const choices = (data?.categories ?? []).map(({ name, count }) => ({
    value: name,
    label: `${name}（${count} 题）`,
  }))
  return (
    <>
      <Form.Item name="title" label="名称" rules={[{ required: true, message: '写上名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="category" label="从哪个分类抽题（不选为全部）">
        <Select allowClear options={choices} />
      </Form.Item>
      <Form.Item name="count" label="抽几道题">
        <InputNumber min={1} max={100} />
      </Form.Item>
      <Form.Item name="minutes" label="限时（分钟）">
        <InputNumber min={1} max={240} />
      </Form.Item>
      <Form.Item name="passPercent" label="几分及格">
        <InputNumber min={1} max={100} />
      </Form.Item>
      <Form.Item name="triesMax" label="最多答几次">
        <InputNumber min={1} max={20} />
      </Form.Item>
      <Form.Item name="opensOn" label="哪天开放">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="closesOn" label="哪天截止">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="isEssential" valuePropName="checked">
        <Checkbox>只抽应知应会题</Checkbox>
      </Form.Item>
    </>
  )
}
