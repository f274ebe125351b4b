import { Form, Input } from 'antd'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { fenOf } from './fen.ts'

type Values = { from: string; until: string; amount: string; reason: string }
type Props = { unitId: string; memberId: string; done: () => void }

export function HardshipForm({ unitId, memberId, done }: Props) {
  const month = thisDay().slice(0, 7)
  return (
    <ActForm
      act="dues.askHardship"
      draft={`hardship:${memberId}`}
      initial={{ from: month, until: `${month.slice(0, 4)}-12`, amount: '0' }}
      input={({ amount, ...values }: Values) => ({
        unitId,
        memberId,
        monthlyFen: fenOf(amount) ?? 0,
        ...values,
      })}
      submit="申请减免"
      done={done}
      cancel={done}
    >
      <Form.Item name="from" label="从哪个月" rules={needed('选月份')}>
        <Input type="month" />
      </Form.Item>
      <Form.Item name="until" label="到哪个月" rules={needed('选月份')}>
        <Input type="month" />
      </Form.Item>
      <Form.Item
        name="amount"
        label="减免后每月交多少元（全免填 0）"
        rules={[{ pattern: /^\d{1,5}(\.\d{1,2})?$/, message: '写成 0 或 5.50' }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="reason" label="有什么困难" rules={needed('写明困难')}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </ActForm>
  )
}
