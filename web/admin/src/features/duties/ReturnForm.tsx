import { Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Props = { record: { unitId: string; recordId: string }; done: () => void }

/** What is not true or not complete goes back, with the reason. */
export function ReturnForm({ record: { unitId, recordId }, done }: Props) {
  return (
    <ActForm
      act="duties.return"
      draft={`duty-return:${recordId}`}
      initial={{ reason: '' }}
      input={({ reason }: { reason: string }) => ({ unitId, recordId, reason })}
      submit="退回重报"
      done={done}
    >
      <Form.Item
        name="reason"
        label="退回的原因"
        rules={[{ required: true, message: '写明哪里不实或不全' }]}
      >
        <Input maxLength={200} placeholder="如：没有会议记录" />
      </Form.Item>
    </ActForm>
  )
}
