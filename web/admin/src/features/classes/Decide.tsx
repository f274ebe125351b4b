import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { keyOf, type ClassState } from './class.ts'
import styles from './Classes.module.css'

/** Approved, sent back or refused; what is not approved takes a reason along. */
export function Decide({ state }: { state: ClassState }) {
  const { mutate, isPending, error } = useAct('classes.decide')
  const [reason, setReason] = useState('')
  const decide = (outcome: 'approve' | 'return' | 'refuse') =>
    mutate({ ...keyOf(state), outcome, reason: reason.trim(), step: 'review' })
  return (
    <>
      <div className={styles.actions}>
        <Input
          aria-label="审批意见"
          placeholder="审批意见；退回或不批准时必填"
          style={{ maxWidth: '24rem' }}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button type="primary" loading={isPending} onClick={() => decide('approve')}>
          批准
        </Button>
        <Button disabled={isPending} onClick={() => decide('return')}>
          退回修改
        </Button>
        <Button disabled={isPending} onClick={() => decide('refuse')}>
          不批准
        </Button>
      </div>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
