import { newId } from '@zhixing/kit/new-id.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { DayItem, TextItem } from '../fields.tsx'

type Values = { title: string; body: string; until: string; group?: string }

export function NewTask({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const [formId] = useState(newId)
  const { data } = useAnswer('floatingWork.groups', { organizationId, size: 200 })
  const options = (data?.rows ?? []).map(({ unitId, groupId, name }) => ({
    value: `${unitId}~${groupId}`,
    label: name,
  }))
  return (
    <DetailPanel title="布置任务" open onClose={close}>
      <ActForm
        act="floatingWork.setTask"
        draft="floating-task"
        initial={{}}
        input={({ group, ...values }: Values) => {
          const [unitId = '', groupId = ''] = group?.split('~') ?? []
          return { organizationId, formId, ...values, group: group ? { unitId, groupId } : null }
        }}
        submit="布置"
        done={close}
        cancel={close}
      >
        <TextItem name="title" label="任务" required max={100} />
        <Form.Item name="body" label="要求" rules={[{ required: true, message: '请填写要求' }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
        <DayItem name="until" label="截止日期" />
        <Form.Item name="group" label="给哪个管理群（不选则全部流动党员）">
          <Select allowClear options={options} />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
