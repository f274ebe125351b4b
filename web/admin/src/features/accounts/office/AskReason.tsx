import { Button, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import styles from './Office.module.css'

type Props = {
  question: string
  /** The act: "停用", never "确定". */
  verb: string
  pending: boolean
  problem: string | undefined
  confirm: (reason: string) => void
  cancel: () => void
  children: ReactNode
}

/** For what is done to others: the reason goes into the trace with it. */
export function AskReason({ question, verb, pending, problem, confirm, cancel, children }: Props) {
  const [reason, setReason] = useState('')
  return (
    <Modal
      open
      title={question}
      onCancel={cancel}
      footer={[
        <Button key="cancel" onClick={cancel}>
          取消
        </Button>,
        <Button
          key="confirm"
          type="primary"
          loading={pending}
          disabled={reason.trim().length < 2}
          onClick={() => confirm(reason.trim())}
        >
          {verb}
        </Button>,
      ]}
    >
      <p>{children}</p>
      <Input
        aria-label="原因"
        placeholder="原因，记入留痕"
        autoFocus
        maxLength={200}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    </Modal>
  )
}
