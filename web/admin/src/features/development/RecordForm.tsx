import { entryKinds } from '@zhixing/contract/development-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { Scans } from './Scans.tsx'
import { keyOf, type Shown } from './shown.ts'

type Kind = keyof typeof entryKinds
type Values = {
  kind: Kind
  on: string
  text: string
  hours?: number
  days?: number
  points?: number
}
const minutesPerHour = 60

/** An inspection, a report, hours of training or service, points: written once, answered by another. */
export function RecordForm({ shown, close }: { shown: Shown; close: () => void }) {
  const [formId] = useState(newId)
  const [kind, setKind] = useState<Kind>('inspection')
  const [fileIds, setFileIds] = useState<string[]>([])
  return (
    <ActForm
      act="development.record"
      draft={`record:${shown.applicantId}`}
      initial={{ kind, on: thisDay() }}
      input={({ hours = 0, days = 0, points = 0, ...values }: Values) => ({
        ...keyOf(shown),
        ...values,
        formId,
        minutes: Math.round(hours * minutesPerHour),
        points,
        days,
        fileIds,
      })}
      submit="登记"
      done={close}
      cancel={close}
    >
      <Form.Item name="kind" label="登记什么">
        <Select
          options={keysOf(entryKinds).map((value) => ({ value, label: entryKinds[value] }))}
          onChange={setKind}
        />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={needed('选日期')}>
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <Form.Item
        name="text"
        label="情况"
        extra="登记后不能改，写错的再记一笔说明"
        rules={needed('写清情况')}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Amounts kind={kind} />
      <Scans change={setFileIds} />
    </ActForm>
  )
}

/** How long or how many, where the kind asks for it. */
function Amounts({ kind }: { kind: Kind }) {
  return (
    <>
      {kind === 'training' || kind === 'service' ? (
        <Form.Item name="hours" label="多少小时">
          <InputNumber min={0.5} max={200} step={0.5} />
        </Form.Item>
      ) : null}
      {kind === 'training' ? (
        <Form.Item
          name="days"
          label="或者多少天"
          extra="平台上的培训班不用填，用“计入培训班”；这里登记在外单位参加的，附证明"
        >
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
      ) : null}
      {kind === 'points' || kind === 'service' ? (
        <Form.Item name="points" label="积分（减分写负数）">
          <InputNumber min={-1000} max={1000} />
        </Form.Item>
      ) : null}
    </>
  )
}
