import type { EntryOf, Output } from '@zhixing/contract'
import { addDays } from '@zhixing/kit/format/day.ts'
import { Form, Input } from 'antd'
import { useMe } from '../../app/me.ts'
import { ActForm } from '../../ui/form/ActForm.tsx'

type Values = { plannedOn: string; place: string; talkerName: string; cause?: string }

/** Who, when and where; the reasons go along by themselves. */
export function OpenForm({ shown }: { shown: Output<EntryOf<'talks.reasons'>> }) {
  const { unitId, memberId, name, reasons, day } = shown
  const me = useMe()
  return (
    <>
      <h3>约谈{name}</h3>
      <ActForm
        act="talks.open"
        draft={`talk:${memberId}`}
        initial={{ plannedOn: addDays(day, 3), place: '党员活动室', talkerName: me.name }}
        input={(values: Values) => ({ ...values, cause: values.cause ?? '', unitId, memberId })}
        submit="约谈并通知本人"
        done={() => undefined}
      >
        <Form.Item name="plannedOn" label="哪天谈">
          <Input type="date" min={day} />
        </Form.Item>
        <Form.Item name="place" label="地点" rules={[{ required: true, message: '写明地点' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="talkerName"
          label="谁来谈"
          rules={[{ required: true, message: '写明谁谈' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        {reasons.length === 0 ? (
          <Form.Item
            name="cause"
            label="为什么谈"
            rules={[{ required: true, message: '写明原因' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        ) : null}
      </ActForm>
    </>
  )
}
