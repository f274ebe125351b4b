import { momentAt, thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Resource } from '../ResourceView.tsx'
import styles from '../Resources.module.css'

type Values = { from: string; until: string; reason: string }

export function BlockForm({ resource, done }: { resource: Resource; done: () => void }) {
  const { unitId, resourceId } = resource
  const [bookingId] = useState(newId)
  return (
    <ActForm
      act="resources.block"
      draft=""
      initial={{ from: thisDay(), until: thisDay() }}
      input={({ from, until, reason }: Values) => ({
        unitId,
        resourceId,
        bookingId,
        reason,
        span: { from: momentAt(from, '00:00'), until: momentAt(until, '23:59') },
      })}
      submit="停用"
      done={done}
      cancel={done}
    >
      <div className={styles.pair}>
        <Form.Item name="from" label="从哪天">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label="到哪天">
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
        <Input maxLength={200} placeholder="内部检修" />
      </Form.Item>
    </ActForm>
  )
}
