import { Button, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'

type Props = {
  /** The question, with the number it concerns: "解散稻香村党支部，转走 23 名党员？" */
  question: string
  /** What has to be typed before it happens. */
  name: string
  /** The act: "解散", never "确定". */
  verb: string
  pending: boolean
  confirm: () => void
  cancel: () => void
  children: ReactNode
}

/**
 * For what cannot be undone: says what will happen, and waits for the name to be typed. Mounted only while it asks.
 *
 *     {asking ? <ConfirmByName question="…" name="稻香村党支部" verb="解散" …>学时记录保留。</ConfirmByName> : null}
 */
export function ConfirmByName(props: Props) {
  const { question, name, verb, pending, confirm, cancel, children } = props
  const [typed, setTyped] = useState('')
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
          disabled={typed.trim() !== name}
          loading={pending}
          onClick={confirm}
        >
          {verb}
        </Button>,
      ]}
    >
      {children}
      <label>
        请输入“{name}”以继续：
        <Input autoFocus value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
    </Modal>
  )
}
