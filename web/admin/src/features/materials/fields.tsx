import { titleKinds } from '@zhixing/contract/material-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, InputNumber, Select } from 'antd'

export const needed = (message: string) => [{ required: true, message }]

export function yuan(cents: number): string {
  return `${(cents / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`
}

export function CopiesField({ label, max }: { label: string; max?: number }) {
  return (
    <Form.Item name="copies" label={label} rules={needed('写上册数')}>
      <InputNumber min={1} max={max ?? 100_000} precision={0} />
    </Form.Item>
  )
}

/** What is said of a title; a disc plays for a while, a book does not. */
export function TitleFields({ organizationId }: { organizationId: string }) {
  const kind: unknown = Form.useWatch('kind')
  const { data } = useAnswer('roleModels.list', { organizationId, size: 200 })
  return (
    <>
      <Form.Item name="kind" label="种类" rules={needed('选一种')}>
        <Select options={choicesOf(titleKinds)} />
      </Form.Item>
      <Form.Item name="name" label="名称" rules={needed('写上名称')}>
        <Input maxLength={100} placeholder="例：红溪故事读本" />
      </Form.Item>
      <Form.Item name="author" label="作者、编者">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="publisher" label="出版、制作单位">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="code" label="书号、编号">
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="year" label="哪一年出的">
        <InputNumber min={1921} max={2200} precision={0} />
      </Form.Item>
      <Form.Item name="price" label="单价（元）">
        <InputNumber min={0} max={1_000_000} precision={2} />
      </Form.Item>
      {kind === 'disc' ? (
        <>
          <Form.Item name="minutes" label="片长（分钟）">
            <InputNumber min={1} max={10_000} precision={0} />
          </Form.Item>
          <Form.Item name="modelId" label="讲的是哪个先进典型">
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={(data?.rows ?? []).map(({ modelId, name }) => ({
                value: modelId,
                label: name,
              }))}
            />
          </Form.Item>
        </>
      ) : null}
      <Form.Item name="summary" label="内容简介">
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </>
  )
}

type ManyProps = {
  id?: string
  organizationId: string
  value?: string[]
  onChange?: (ids: string[]) => void
}

/** Organizations below, several at once. */
export function PlacesSelect({ id, organizationId, value, onChange }: ManyProps) {
  const { data } = useAnswer('organizations.list', { organizationId, size: 200 })
  const below = (data?.rows ?? []).filter((row) => row.id !== organizationId)
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      maxTagCount={12}
      value={value ?? []}
      {...(onChange ? { onChange } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="选一个或几个下级组织"
      notFoundContent="没有找到"
      options={below.map((row) => ({ value: row.id, label: row.name }))}
    />
  )
}
