import { offerKinds, proposalRequirements } from '@zhixing/contract/proposal-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf, keysOf } from '@zhixing/kit/words.ts'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { Choices } from '../../../ui/form/Choices.tsx'

type Values = {
  requirement: keyof typeof proposalRequirements
  until: string
  budgetYuan?: number | null
  kinds: (keyof typeof offerKinds)[]
  seconds: number
}

const seconds = [10, 30, 60, 120].map((value) => ({ value, label: `${String(value)} 秒` }))

/** What may be used, until when, for how much. */
export function NewProposal({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const navigate = useNavigate()
  const [proposalId] = useState(newId)
  return (
    <DetailPanel title="测算补训方案" open onClose={close}>
      <ActForm
        act="requirements.propose"
        draft="proposal"
        initial={{
          requirement: 'memberHours',
          until: `${thisDay().slice(0, 4)}-12-31`,
          kinds: keysOf(offerKinds),
          seconds: 10,
        }}
        input={({ budgetYuan, ...values }: Values) => ({
          proposalId,
          organizationId,
          budgetYuan: budgetYuan ?? null,
          ...values,
        })}
        submit="开始测算"
        done={({ unitId }) =>
          void navigate({
            to: '/requirements/proposals/$unitId/$proposalId',
            params: { unitId, proposalId },
          })
        }
        cancel={close}
      >
        <Fields />
      </ActForm>
    </DetailPanel>
  )
}

function Fields() {
  return (
    <>
      <Form.Item name="requirement" label="补齐哪项要求">
        <Select options={choicesOf(proposalRequirements)} />
      </Form.Item>
      <Form.Item
        name="until"
        label="在什么时候以前"
        rules={[{ required: true, message: '请填写日期' }]}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="kinds"
        label="可以用"
        rules={[{ required: true, message: '请至少选一种办法' }]}
      >
        <Choices options={choicesOf(offerKinds)} />
      </Form.Item>
      <Form.Item
        name="budgetYuan"
        label="经费上限（元）"
        extra="不填则不限；计划内的会议活动不花钱，已经算在内"
      >
        <InputNumber min={0} max={100_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="seconds" label="最多算多久" extra="到时间没有证明最优的，会写明还差多少">
        <Select options={seconds} />
      </Form.Item>
    </>
  )
}
