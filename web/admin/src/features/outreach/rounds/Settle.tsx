import { Form, Input, InputNumber, Radio } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Visit } from './StopPanel.tsx'

type Values = { isMet: boolean; minutes: number; reason: string }

/** Where people say different things; also to take back what turned out not to be true. */
export function Settle({ visit }: { visit: Visit }) {
  const { unitId, visitId, version, evidence, state } = visit
  const lengths = evidence.flatMap(({ isMet, minutes }) => (isMet ? [minutes] : []))
  if (state === 'captured' || state === 'absent') return null
  return (
    <ActForm
      act="outreach.settle"
      draft=""
      initial={{ isMet: state !== 'refused', minutes: Math.min(...lengths, 600) }}
      input={(values: Values) => ({ unitId, visitId, version, ...values })}
      submit="认定"
      done={() => undefined}
    >
      <Form.Item name="isMet" label="认定（由没有上门的同志来做）">
        <Radio.Group
          options={[
            { value: true, label: '属实' },
            { value: false, label: '没有上门' },
          ]}
        />
      </Form.Item>
      <Form.Item name="minutes" label="时长（分钟）">
        <InputNumber min={0} max={600} precision={0} />
      </Form.Item>
      <Form.Item name="reason" label="依据" rules={[{ required: true, message: '写明依据' }]}>
        <Input maxLength={200} placeholder="例：电话问过家属" />
      </Form.Item>
    </ActForm>
  )
}
