import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'

function thisMonth(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 7)
}

/** From when until when, what could be paid, and why no more. */
export function HardshipForm({ done }: { done: () => void }) {
  const [from, setFrom] = useState(thisMonth)
  const [until, setUntil] = useState(() => `${thisMonth().slice(0, 4)}-12`)
  const [amount, setAmount] = useState('0')
  const [reason, setReason] = useState('')
  const { mutate, isPending, error } = useAct('dues.applyHardship')
  const isAmount = /^\d{1,5}(\.\d{1,2})?$/.test(amount)
  return (
    <>
      <label className={form.field}>
        从哪个月
        <input type="month" value={from} onChange={({ target }) => setFrom(target.value)} />
      </label>
      <label className={form.field}>
        到哪个月
        <input type="month" value={until} onChange={({ target }) => setUntil(target.value)} />
      </label>
      <label className={form.field}>
        减免后每月交多少元（全免填 0）
        <input
          inputMode="decimal"
          value={amount}
          onChange={({ target }) => setAmount(target.value)}
        />
      </label>
      <label className={form.field}>
        有什么困难
        <textarea
          rows={3}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {isAmount ? error?.message : '金额写成 0 或 5.50'}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={!isAmount || reason.trim().length < 5}
        onClick={() =>
          mutate(
            { from, until, monthlyFen: Math.round(Number(amount) * 100), reason },
            { onSuccess: done },
          )
        }
      >
        提交申请
      </Button>
    </>
  )
}
