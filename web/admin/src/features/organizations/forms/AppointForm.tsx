import { posts } from '@zhixing/contract/words.ts'
import { Form, Input, Select } from 'antd'
import { today } from '../../../format/day-said.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { FormProps, Holder } from '../types.ts'
import { MemberSelect } from './MemberSelect.tsx'

type Values = { memberId: string; post: Holder['post']; from: string }

export function AppointForm({ shown, close }: FormProps) {
  const { organization, holders } = shown
  const hasSecretary = holders.some(({ post }) => post === 'secretary')
  return (
    <ActForm
      act="committees.appoint"
      draft={`appoint:${organization.id}`}
      initial={{ post: hasSecretary ? 'officer' : 'secretary', from: today() }}
      submit="登记任职"
      input={(values: Values) => ({ ...values, organizationId: organization.id })}
      done={close}
      cancel={close}
    >
      <Form.Item name="memberId" label="党员" rules={[{ required: true, message: '选一名党员' }]}>
        <MemberSelect organizationId={organization.id} />
      </Form.Item>
      <Form.Item name="post" label="职务" rules={[{ required: true, message: '选一个职务' }]}>
        <Select options={Object.entries(posts).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="from" label="自哪天起" rules={[{ required: true, message: '选一个日期' }]}>
        <Input type="date" />
      </Form.Item>
    </ActForm>
  )
}
