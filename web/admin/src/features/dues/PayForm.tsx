import { duesFunds, duesWays } from '@zhixing/contract/dues-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { fenOf } from './fen.ts'
import type { Cell } from './lights.tsx'

type Values = {
  amount: string
  paidOn: string
  way: keyof typeof duesWays
  fund: keyof typeof duesFunds
}
type Props = { unitId: string; memberId: string; cells: Cell[] }

/** What is owed until now stands in the field already; the oldest month is filled first. */
export function PayForm({ unitId, memberId, cells }: Props) {
  const [formId, setFormId] = useState(newId)
  const owed = cells.reduce((sum, one) => sum + Math.max(0, one.owedFen - one.paidFen), 0)
  return (
    <ActForm
      key={`${formId}${String(owed)}`}
      act="dues.pay"
      draft=""
      initial={{
        amount: owed > 0 ? (owed / 100).toFixed(2) : '',
        paidOn: thisDay(),
        way: 'cash',
        fund: 'monthly',
      }}
      input={({ amount, ...values }: Values) => ({
        unitId,
        memberId,
        formId,
        fen: fenOf(amount) ?? 0,
        ...values,
      })}
      submit="登记缴纳"
      done={() => setFormId(newId())}
    >
      <Form.Item
        name="amount"
        label="交了多少元"
        rules={[
          { required: true, message: '写明金额' },
          { pattern: /^\d{1,7}(\.\d{1,2})?$/, message: '写成 30 或 30.50' },
        ]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="paidOn" label="哪天交的">
        <Input type="date" max={thisDay()} />
      </Form.Item>
      <Form.Item name="way" label="怎么交的">
        <Select options={choicesOf(duesWays)} />
      </Form.Item>
      <Form.Item name="fund" label="交的是什么">
        <Select options={choicesOf(duesFunds)} />
      </Form.Item>
    </ActForm>
  )
}
