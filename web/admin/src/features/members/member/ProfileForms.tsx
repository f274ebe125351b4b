import { ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Checkbox, Form, Input, Select } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Member } from './member.ts'
import { today } from './today.ts'

type Props = { member: Member; done: () => void }
type Profile = Member['profile']

/** What age and education do not tell: rank, trade, and how somebody learns. */
export function ProfileForm({ member: { unitId, memberId, version, profile }, done }: Props) {
  return (
    <ActForm
      act="members.profile"
      draft=""
      initial={profile}
      input={({ trade, ...values }: Profile) => ({
        unitId,
        memberId,
        version,
        profile: { ...values, trade: trade ?? null },
      })}
      submit="保存"
      done={done}
    >
      <Form.Item name="rank" label="职级（决定另有哪些学时要求）">
        <Select options={choicesOf(ranks)} />
      </Form.Item>
      <Form.Item name="trade" label="职业">
        <Select allowClear options={choicesOf(trades)} />
      </Form.Item>
      <Form.Item name="traits" label="学习特点">
        <Checkbox.Group options={choicesOf(traits)} />
      </Form.Item>
      <Form.Item name="isRestructured" valuePropName="checked">
        <Checkbox>改制企业党员</Checkbox>
      </Form.Item>
    </ActForm>
  )
}

type GrowValues = { type: keyof typeof ruralTypes; on: string; note: string }

export function GrowForm({ member: { unitId, memberId, version, ruralType }, done }: Props) {
  return (
    <ActForm
      act="members.grow"
      draft={`grow:${memberId}`}
      initial={{ on: today(), ...(ruralType ? { type: ruralType } : {}) }}
      input={(values: GrowValues) => ({ unitId, memberId, version, ...values })}
      submit="记下"
      done={done}
    >
      <Form.Item name="type" label="类型" rules={[{ required: true, message: '请选择类型' }]}>
        <Select options={choicesOf(ruralTypes)} />
      </Form.Item>
      <Form.Item name="on" label="日期" rules={[{ required: true, message: '请填写日期' }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="note"
        label="做成了什么"
        rules={[{ required: true, message: '请写明做成了什么' }]}
      >
        <Input.TextArea maxLength={200} rows={3} placeholder="例：办起合作社，带动五户增收" />
      </Form.Item>
    </ActForm>
  )
}
