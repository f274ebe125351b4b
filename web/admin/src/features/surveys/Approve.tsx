import type { EntryOf, Output } from '@zhixing/contract'
import { deliveryModes, headings, trainingTypes } from '@zhixing/contract/plan-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Need = Output<EntryOf<'surveys.needs'>>['rows'][number]

type Values = {
  plan?: string
  from: string
  until: string
  hours: number
  persons: number
  type: keyof typeof trainingTypes
  mode: keyof typeof deliveryModes
  heading: keyof typeof headings
}

const hour = 60
const required = [{ required: true, message: '没有填写' }]

/** Agreed to, and, where a plan is chosen, an item of it. */
export function Approve({ need }: { need: Need }) {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('plans.list', { organizationId, size: 200 })
  const plans = (data?.rows ?? []).filter(({ state }) => state === 'draft' || state === 'approved')
  const [year] = useState(() => new Date().getFullYear())
  return (
    <ActForm
      act="surveys.decideNeed"
      draft={`need:${need.needId}`}
      initial={{
        from: `${String(year)}-01-01`,
        until: `${String(year)}-12-31`,
        hours: 4,
        persons: Math.max(need.support, 1),
        type: 'technology' as const,
        mode: 'lecture' as const,
        heading: 'skills' as const,
      }}
      input={({ plan, hours, ...facts }: Values) => {
        const [unitId = '', planId = ''] = (plan ?? '').split(' ')
        const { needId, version } = need
        const into = planId ? { unitId, planId, minutes: hours * hour, ...facts } : null
        return { unitId: need.unitId, needId, version, isApproved: true, into }
      }}
      submit="同意"
      done={() => undefined}
    >
      <Form.Item name="plan" label="列入哪份计划（不选就只是同意）">
        <Select
          allowClear
          options={plans.map(({ unitId, planId, title }) => ({
            value: `${unitId} ${planId}`,
            label: title,
          }))}
        />
      </Form.Item>
      <Form.Item name="from" label="从" rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到" rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="hours" label="多少学时" rules={required}>
        <InputNumber min={1} max={200} />
      </Form.Item>
      <Form.Item name="persons" label="多少人" rules={required}>
        <InputNumber min={1} max={1_000_000} />
      </Form.Item>
      <Kinds />
    </ActForm>
  )
}

function Kinds() {
  return (
    <>
      <Form.Item name="type" label="类型">
        <Select options={choicesOf(trainingTypes)} />
      </Form.Item>
      <Form.Item name="mode" label="方式">
        <Select
          options={keysOf(deliveryModes).map((value) => ({
            value,
            label: deliveryModes[value].name,
          }))}
        />
      </Form.Item>
      <Form.Item name="heading" label="内容">
        <Select options={choicesOf(headings)} />
      </Form.Item>
    </>
  )
}
