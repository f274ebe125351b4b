import { Button, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'

type Props = {
  question: string
  /** The act, never "确定". */
  verb: string
  label: string
  pending: boolean
  problem: string | undefined
  confirm: (reason: string) => void
  close: () => void
  children: ReactNode
}

/** A step that somebody will ask about later: says what will happen and takes the reason along. */
export function AskReason(props: Props) {
  const { question, verb, label, pending, problem, confirm, close, children } = props
  const [reason, setReason] = useState('')
  const text = reason.trim()
  return (
    <Modal
      open
      title={question}
      onCancel={close}
      footer={[
        <Button key="close" onClick={close}>
          不做了
        </Button>,
        <Button
          key="confirm"
          type="primary"
          disabled={text.length < 2}
          loading={pending}
          onClick={() => confirm(text)}
        >
          {verb}
        </Button>,
      ]}
    >
      <p>{children}</p>
      <label>
        {label}
        <Input
          autoFocus
          value={reason}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p role="alert">{problem}</p>
    </Modal>
  )
}
