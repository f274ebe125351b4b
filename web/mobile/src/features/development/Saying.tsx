import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'

type Props = {
  /** What the button says that opens it. */
  open: string
  question: string
  least: number
  isPending: boolean
  problem: string | undefined
  say: (text: string) => void
}

/** A few lines in one's own words, behind a button until they are wanted. */
export function Saying({ open, question, least, isPending, problem, say }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [text, setText] = useState('')
  if (!isOpen)
    return (
      <div className={form.acts}>
        <Button onClick={() => setIsOpen(true)}>{open}</Button>
      </div>
    )
  return (
    <>
      <label className={form.field}>
        {question}
        <textarea
          rows={5}
          maxLength={5000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={text.trim().length < least}
        onClick={() => say(text.trim())}
      >
        提交
      </Button>
    </>
  )
}
