import type { ExportColumn } from '@zhixing/contract'
import { memberColumns } from '@zhixing/contract/import-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { chosenBy } from './members-search.ts'

type Values = {
  columns: ExportColumn[]
  isPlain: boolean
  format: 'xlsx' | 'csv'
  reason: string
}

const usual: ExportColumn[] = [
  'name',
  'sex',
  'bornOn',
  'education',
  'stage',
  'organization',
  'joinedOn',
  'phone',
]

/** What the list shows, as a file; why it is taken out is asked, and kept. */
export function ExportRoll() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出</Button>
      {isOpen ? <ExportDialog close={() => setOpen(false)} /> : null}
    </>
  )
}

function ExportDialog({ close }: { close: () => void }) {
  const [form] = Form.useForm<Values>()
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/members' })
  const { mutate, isPending, error } = useAct('members.export')
  const send = (values: Values) =>
    mutate(
      { organizationId, ...chosenBy(search), ...values },
      {
        onSuccess: ({ address }) => {
          location.assign(address)
          close()
        },
      },
    )
  return (
    <Modal
      open
      title="导出当前筛选的名册"
      okText="导出并留痕"
      cancelText="取消"
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ columns: usual, isPlain: false, format: 'xlsx' }}
        onFinish={send}
      >
        <ExportFields />
        <p role="alert">{error?.message}</p>
      </Form>
    </Modal>
  )
}

function ExportFields() {
  const may = useMay()
  return (
    <>
      <Form.Item
        name="reason"
        label="用途"
        rules={[{ required: true, min: 2, message: '请写明导出的用途' }]}
      >
        <Input placeholder="例：报县委组织部核对" maxLength={200} />
      </Form.Item>
      <Form.Item name="columns" label="列">
        <Checkbox.Group
          options={Object.entries(memberColumns).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {may('members.identify') ? (
        <Form.Item name="isPlain" valuePropName="checked">
          <Checkbox>身份证号、电话、住址不遮盖</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item name="format" label="格式">
        <Radio.Group
          options={[
            { value: 'xlsx', label: 'Excel 工作簿' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
      </Form.Item>
    </>
  )
}
