import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'

const charactersMin = 10

type Props = { unitId: string; attemptId: string }

/** What one takes from it and what it changes at work; the branch reads and marks it. */
export function NoteForm({ unitId, attemptId }: Props) {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [applied, setApplied] = useState('')
  const { mutate, isPending, isSuccess, error } = useAct('quizzes.writeNote')
  if (isSuccess) return <p role="status">心得已交给支部，评阅后在“测验”里看得到。</p>
  if (!open)
    return (
      <button type="button" className={form.quiet} onClick={() => setOpen(true)}>
        写心得和运用
      </button>
    )
  return (
    <>
      <label className={form.field}>
        学习心得（至少 {charactersMin} 个字）
        <textarea
          rows={4}
          maxLength={3000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <label className={form.field}>
        用在了什么工作上、有什么结果（可不填）
        <textarea
          rows={3}
          maxLength={2000}
          value={applied}
          onChange={({ target }) => setApplied(target.value)}
        />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={note.trim().length < charactersMin}
        onClick={() => mutate({ unitId, attemptId, note, applied })}
      >
        交给支部
      </Button>
    </>
  )
}
