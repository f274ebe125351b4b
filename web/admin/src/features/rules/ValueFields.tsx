import { ruleUnits, type RuleUnit } from '@zhixing/contract/rule-words.ts'
import { Button, Form, InputNumber, Select, Space } from 'antd'
import type { Shape } from './value-form.ts'

/** The fields for a value of that shape, in the unit in which people say it. */
export function ValueFields({ shape, unit }: { shape: Shape; unit: RuleUnit }) {
  const suffix = ruleUnits[unit]
  if (shape === 'share') return <ShareFields />
  if (shape === 'steps') return <StepFields suffix={suffix} />
  if (shape === 'words')
    return (
      <Form.Item name="words" label="各档，按顺序">
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
    )
  return (
    <Form.Item
      name="number"
      label={`设为（${suffix || '个'}）`}
      extra={shape === 'optional' ? '留空表示不作规定' : undefined}
      rules={shape === 'number' ? [{ required: true, message: '填一个数' }] : []}
    >
      <InputNumber min={0} style={{ width: '10rem' }} autoFocus />
    </Form.Item>
  )
}

function ShareFields() {
  return (
    <Form.Item label="设为（几分之几）">
      <Space>
        <Form.Item name="top" noStyle>
          <InputNumber min={0} precision={0} aria-label="分子" />
        </Form.Item>
        /
        <Form.Item name="bottom" noStyle>
          <InputNumber min={1} precision={0} aria-label="分母" />
        </Form.Item>
      </Space>
    </Form.Item>
  )
}

function StepFields({ suffix }: { suffix: string }) {
  return (
    <Form.List name="steps">
      {(fields, { add, remove }) => (
        <Form.Item label="分档：不超过多少时取多少，最后一档上限留空">
          {fields.map(({ key, name }) => (
            <Space key={key} style={{ display: 'flex' }}>
              <Form.Item name={[name, 'upTo']}>
                <InputNumber min={0} placeholder="不封顶" aria-label={`第 ${name + 1} 档上限`} />
              </Form.Item>
              <Form.Item name={[name, 'value']}>
                <InputNumber min={0} suffix={suffix} aria-label={`第 ${name + 1} 档的值`} />
              </Form.Item>
              <Button type="link" onClick={() => remove(name)}>
                去掉
              </Button>
            </Space>
          ))}
          <Button onClick={() => add({ upTo: null, value: null })}>加一档</Button>
        </Form.Item>
      )}
    </Form.List>
  )
}
