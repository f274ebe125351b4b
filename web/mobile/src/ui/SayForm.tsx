import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import type { ReactNode } from 'react'
import form from './Form.module.css'

type Props = {
  label: ReactNode
  /** On the button. */
  word: string
  rows?: number
  least?: number
  most?: number
  isPrimary?: boolean
  isPending: boolean
  problem: string | undefined
  /** What was said; `done` empties the form for the next word. */
  send: (text: string, done: () => void) => void
}

/** A few sentences of one's own and the button that sends them; what went wrong stands between the two. */
export function SayForm({
  label,
  word,
  rows = 3,
  least = 2,
  most = 2000,
  isPrimary = false,
  isPending,
  problem,
  send,
}: Props) {
  const [text, setText] = useState('')
  return (
    <>
      <label className={form.field}>
        {label}
        <textarea
          rows={rows}
          maxLength={most}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <Button
        block
        color={isPrimary ? 'primary' : 'default'}
        loading={isPending}
        disabled={text.trim().length < least}
        onClick={() => send(text, () => setText(''))}
      >
        {word}
      </Button>
    </>
  )
}

/** Folded away until somebody wants it. */
export function Folded({ word, children }: { word: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return open ? (
    children
  ) : (
    <button type="button" className={form.quiet} onClick={() => setOpen(true)}>
      {word}
    </button>
  )
}
