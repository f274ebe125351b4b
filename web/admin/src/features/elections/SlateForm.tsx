import { electionScopes } from '@zhixing/contract/election-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Election } from './ElectionPanel.tsx'

type Values = {
  scope: keyof typeof electionScopes
  seats: number
  memberIds: string[]
  note?: string
}
type Props = {
  organizationId: string
  election: Election | undefined
  done: (key: { unitId: string; electionId: string }) => void
}

/** What is elected, how many, and who stands; in the order in which they were put forward. */
export function SlateForm({ organizationId, election, done }: Props) {
  const [electionId] = useState(() => election?.electionId ?? newId())
  const choices = useAnswer('elections.choices', { organizationId })
  const rows = choices.data?.rows ?? []
  return (
    <ActForm
      act="elections.keep"
      draft={`election:${election?.electionId ?? organizationId}`}
      initial={{
        scope: election?.scope ?? 'committee',
        seats: election?.seats ?? 3,
        memberIds: election?.slate.map(({ memberId }) => memberId) ?? [],
        note: election?.note ?? '',
      }}
      input={({ note = '', ...values }: Values) => ({
        ...values,
        note,
        organizationId,
        electionId,
        version: election?.version ?? 0,
      })}
      submit={election ? '保存方案' : '报上级批复'}
      done={done}
    >
      <Form.Item name="scope" label="选什么">
        <Radio.Group options={choicesOf(electionScopes)} />
      </Form.Item>
      <Form.Item name="seats" label="应选几名">
        <InputNumber min={1} max={15} precision={0} />
      </Form.Item>
      <Form.Item
        name="memberIds"
        label="候选人预备人选（按提名次序；只列有被选举权的党员）"
        rules={[{ required: true, message: '请提名候选人' }]}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={rows.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </Form.Item>
      <Form.Item name="note" label="怎样酝酿产生的">
        <Input maxLength={200} placeholder="例：党员和群众推荐，支委会集体讨论" />
      </Form.Item>
    </ActForm>
  )
}
