import { Form, Input, Select } from 'antd'

type ItemProps = { name: string | string[]; label: string; required?: boolean }

export function DayItem({ name, label, required = true }: ItemProps) {
  return (
    <Form.Item name={name} label={label} rules={[{ required, message: `请填写${label}` }]}>
      <Input type="date" />
    </Form.Item>
  )
}

type TextProps = ItemProps & { max?: number; placeholder?: string }

export function TextItem({ name, label, required = false, max = 200, placeholder }: TextProps) {
  return (
    <Form.Item name={name} label={label} rules={[{ required, message: `请填写${label}` }]}>
      <Input maxLength={max} {...(placeholder ? { placeholder } : {})} />
    </Form.Item>
  )
}

type ChoiceProps = ItemProps & { words: Readonly<Record<string, string>> }

export function ChoiceItem({ name, label, words }: ChoiceProps) {
  const options = Object.entries(words).map(([value, word]) => ({ value, label: word }))
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}>
      <Select options={options} />
    </Form.Item>
  )
}
