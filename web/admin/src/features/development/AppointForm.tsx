import { contactRoles } from '@zhixing/contract/development-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { MemberKeySelect } from '../floating/MemberKeySelect.tsx'
import { keyOf, type Shown } from './shown.ts'

type Values = { role: keyof typeof contactRoles; first: string; second?: string }
const idIn = (key: string) => key.split('~')[1] ?? ''

/** One or two full members cultivate; two introduce. Whoever had the role until now has it no longer. */
export function AppointForm({ shown, close }: { shown: Shown; close: () => void }) {
  const [formId] = useState(newId)
  const { organizationId, next } = shown
  const role = next && next.number > 6 ? ('introducer' as const) : ('contact' as const)
  return (
    <ActForm
      act="development.appoint"
      draft=""
      initial={{ role }}
      input={({ role: chosen, first, second }: Values) => ({
        ...keyOf(shown),
        formId,
        role: chosen,
        memberIds: [first, ...(second ? [second] : [])].map(idIn),
      })}
      submit="指定"
      done={close}
      cancel={close}
    >
      <Form.Item name="role" label="作什么">
        <Select
          options={keysOf(contactRoles).map((value) => ({ value, label: contactRoles[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="first"
        label="第一人（本支部正式党员）"
        rules={[{ required: true, message: '选一名正式党员' }]}
      >
        <MemberKeySelect organizationId={organizationId} />
      </Form.Item>
      <Form.Item name="second" label="第二人（入党介绍人须两名）">
        <MemberKeySelect organizationId={organizationId} />
      </Form.Item>
    </ActForm>
  )
}
