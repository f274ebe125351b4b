import { Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Props = { unitId: string; ballotId: string }

/** Void: what was handed in is destroyed unread, and another round may begin. */
export function AbandonForm({ unitId, ballotId }: Props) {
  return (
    <ActForm
      act="ballots.abandon"
      draft=""
      initial={{}}
      input={({ reason }: { reason: string }) => ({ unitId, ballotId, reason })}
      submit="宣布无效"
      done={() => undefined}
      isSecond
    >
      <Form.Item
        name="reason"
        label="为什么无效（已收的票全部销毁，可以重新投票）"
        rules={[{ required: true, message: '写明原因' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
