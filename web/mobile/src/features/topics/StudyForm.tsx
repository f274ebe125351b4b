import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import styles from '../activities/Activities.module.css'

const charactersMin = 10

/** Folded away until somebody has read it: the words are what the branch keeps. */
export function StudyForm({ topicId }: { topicId: string }) {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useAct('topics.study')
  if (!open)
    return (
      <button type="button" className={styles.quiet} onClick={() => setOpen(true)}>
        我已自学，写体会
      </button>
    )
  return (
    <>
      <label className={styles.reason}>
        学习体会（至少 {charactersMin} 个字，支部能看到）
        <textarea
          rows={4}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={note.trim().length < charactersMin}
        onClick={() => mutate({ topicId, note })}
      >
        记为已学
      </Button>
    </>
  )
}
