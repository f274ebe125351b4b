import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'

type Props = {
  question: string
  withDay?: boolean
  isPending: boolean
  problem: string | undefined
  tell: (told: { on: string; minutes: number; text: string }) => void
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

/** What was done, for how long, and on which day. */
export function Telling({ question, withDay = false, isPending, problem, tell }: Props) {
  const [on, setOn] = useState(today)
  const [minutes, setMinutes] = useState('60')
  const [text, setText] = useState('')
  return (
    <>
      {withDay ? (
        <label className={form.field}>
          哪天
          <input type="date" value={on} onChange={({ target }) => setOn(target.value)} />
        </label>
      ) : null}
      <label className={form.field}>
        {question}
        <textarea
          rows={3}
          maxLength={2000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <label className={form.field}>
        用了多少分钟
        <input
          inputMode="numeric"
          value={minutes}
          onChange={({ target }) => setMinutes(target.value.replace(/\D/g, '').slice(0, 4))}
        />
      </label>
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={text.trim().length < 5}
        onClick={() => tell({ on, minutes: Number(minutes), text })}
      >
        报告
      </Button>
    </>
  )
}
