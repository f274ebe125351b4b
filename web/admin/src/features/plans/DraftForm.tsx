import type { EntryOf, Output } from '@zhixing/contract'
import { curricula, planKinds } from '@zhixing/contract/plan-words.ts'
import type { Curriculum } from '@zhixing/contract/plan-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Values = {
  kind: keyof typeof planKinds
  title: string
  fromYear: number
  untilYear: number
  curricula?: Curriculum[]
  copyOf?: string
}

type Props = { plans: Output<EntryOf<'plans.list'>>['rows'] }

/** A plan begins with its name and years; from a template or the last one, if there is something to begin from. */
export function DraftForm({ plans }: Props) {
  const { organizationId } = useOrganization()
  const navigate = useNavigate()
  const [planId] = useState(newId)
  const year = Number(thisDay().slice(0, 4))
  const own = plans.filter(({ place }) => place === 'own')
  return (
    <ActForm
      act="plans.draft"
      draft={`plan-draft:${organizationId}`}
      initial={{
        kind: 'annual',
        title: `${year}年党员教育培训计划`,
        fromYear: year,
        untilYear: year,
      }}
      input={({ copyOf, curricula: chosen = [], ...values }: Values) => {
        const copied = own.find((one) => one.planId === copyOf)
        return {
          ...values,
          planId,
          organizationId,
          curricula: chosen,
          copyOf: copied ? { unitId: copied.unitId, planId: copied.planId } : null,
        }
      }}
      submit="开始起草"
      done={(key) => void navigate({ to: '/plans/$unitId/$planId', params: key })}
    >
      <Form.Item name="kind" label="种类">
        <Select options={choicesOf(planKinds)} />
      </Form.Item>
      <Form.Item name="title" label="名称" rules={[{ required: true, message: '写明名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="fromYear" label="从哪年">
        <InputNumber min={1921} max={2200} />
      </Form.Item>
      <Form.Item name="untilYear" label="到哪年（五年规划最多五年，其他一年）">
        <InputNumber min={1921} max={2200} />
      </Form.Item>
      {own.length > 0 ? (
        <Form.Item name="copyOf" label="从哪份计划开始（带上目标、问题、专题）">
          <Select
            allowClear
            options={own.map((one) => ({ value: one.planId, label: one.title }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="curricula" label="或者从内容模板开始">
        <Checkbox.Group
          options={keysOf(curricula).map((key) => ({
            value: key,
            label: `${curricula[key].name}（${curricula[key].headings.length} 项）`,
          }))}
        />
      </Form.Item>
    </ActForm>
  )
}
