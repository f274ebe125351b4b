import { Form, Input } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import styles from '../Organizations.module.css'
import type { FormProps } from '../types.ts'
import { MemberSelect } from './MemberSelect.tsx'

type Values = { name: string; memberIds: string[]; reason: string }

export function SplitForm({ shown, close }: FormProps) {
  const { organization, counts } = shown
  const { id, version, name } = organization
  const change = useSearchChange()
  return (
    <ActForm
      act="restructuring.split"
      draft={`split:${id}`}
      initial={{ memberIds: [] }}
      submit="分设"
      input={(values: Values) => ({ ...values, organizationId: id, version })}
      done={({ organizationId }) => change({ open: organizationId, act: undefined })}
      cancel={close}
    >
      <p className={styles.effect}>
        {name}现有 {counts.members.toLocaleString('zh-CN')}{' '}
        名党员。选出的人转入新支部，与原支部同属一个上级；两边各须有足够的正式党员。
      </p>
      <Form.Item name="name" label="新支部的名称" rules={[{ required: true, message: '写上名称' }]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="memberIds"
        label="转入新支部的党员"
        rules={[{ required: true, type: 'array', min: 1, message: '至少选一名党员' }]}
      >
        <MemberSelect many organizationId={id} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由或批复文号"
        rules={[{ required: true, min: 2, message: '写明理由' }]}
      >
        <Input />
      </Form.Item>
    </ActForm>
  )
}
