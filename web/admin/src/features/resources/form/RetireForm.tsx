import { Form, Input } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Resource } from '../ResourceView.tsx'

/** What took place there stays on record; who still has it booked is settled with first. */
export function RetireForm({ resource, done }: { resource: Resource; done: () => void }) {
  const { unitId, resourceId, version, name } = resource
  return (
    <ActForm
      act="resources.retire"
      draft=""
      initial={{}}
      input={({ reason }: { reason: string }) => ({ unitId, resourceId, version, reason })}
      submit={`不再使用“${name}”`}
      done={done}
      cancel={done}
    >
      <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
