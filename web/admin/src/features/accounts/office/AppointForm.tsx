import { officeNames } from '@zhixing/contract/words.ts'
import { Form, Input, Select } from 'antd'
import { today } from '../../../format/day-said.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { OrganizationSelect } from '../../organizations/forms/OrganizationSelect.tsx'
import type { Shown } from './types.ts'

type Values = {
  office: Shown['may']['appoint'][number]
  organizationId: string
  from: string
  until?: string
}

/** An office over an organization and everything below it, from a day until a day. */
export function AppointForm({ shown, close }: { shown: Shown; close: () => void }) {
  const { id, may } = shown
  return (
    <ActForm
      act="accounts.appoint"
      draft={`appoint:${id}`}
      initial={{ from: today() }}
      submit="授予"
      input={({ until, ...values }: Values) => ({
        ...values,
        accountId: id,
        ...(until ? { until } : {}),
      })}
      done={close}
      cancel={close}
    >
      <Form.Item name="office" label="职务" rules={[{ required: true, message: '选一个职务' }]}>
        <Select options={may.appoint.map((value) => ({ value, label: officeNames[value] }))} />
      </Form.Item>
      <Form.Item
        name="organizationId"
        label="在哪个组织"
        extra="权限及于它和它的全部下级"
        rules={[{ required: true, message: '选一个组织' }]}
      >
        <OrganizationSelect placeholder="输入名称、拼音或代码" />
      </Form.Item>
      <Form.Item name="from" label="自哪天起" rules={[{ required: true, message: '选一个日期' }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="until" label="到哪天止（含当天；不填为长期）">
        <Input type="date" />
      </Form.Item>
    </ActForm>
  )
}
