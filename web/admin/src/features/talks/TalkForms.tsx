import { addDays } from '@zhixing/kit/format/day.ts'
import { App, Checkbox, Form, Input } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Talk } from './TalkView.tsx'

/** Half a month is long enough to see whether something has changed. */
const usualDays = 15

type Recorded = { heldOn: string; content: string; promise?: string; followUpOn: string }

/** Nothing of what is typed stays on this computer: what was said belongs nowhere else. */
export function RecordForm({ talk: { unitId, talkId, version, day } }: { talk: Talk }) {
  const { message } = App.useApp()
  return (
    <ActForm
      act="talks.record"
      draft=""
      initial={{ heldOn: day, followUpOn: addDays(day, usualDays) }}
      input={(values: Recorded) => ({
        ...values,
        promise: values.promise ?? '',
        unitId,
        talkId,
        version,
      })}
      submit="记录谈话"
      done={() => void message.success('已记录，到期提醒跟进')}
    >
      <Form.Item name="heldOn" label="谈话日期">
        <Input type="date" max={day} />
      </Form.Item>
      <Form.Item
        name="content"
        label="谈了什么"
        rules={[{ required: true, message: '写明谈话内容' }]}
      >
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="promise" label="本人表态（本人在手机上看得到）">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="followUpOn" label="哪天跟进">
        <Input type="date" min={day} />
      </Form.Item>
    </ActForm>
  )
}

type Followed = { day: string; finding: string; isSettled?: boolean; next: string }

export function FollowUpForm({ talk: { unitId, talkId, version, day } }: { talk: Talk }) {
  return (
    <ActForm
      act="talks.followUp"
      draft=""
      initial={{ day, isSettled: false, next: addDays(day, usualDays) }}
      input={({ isSettled, next, ...values }: Followed) => ({
        ...values,
        next: isSettled ? null : next,
        unitId,
        talkId,
        version,
      })}
      submit="记入跟进"
      done={() => undefined}
    >
      <Form.Item name="day" label="跟进日期">
        <Input type="date" max={day} />
      </Form.Item>
      <Form.Item
        name="finding"
        label="有没有改进"
        rules={[{ required: true, message: '写明跟进情况' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="isSettled" valuePropName="checked">
        <Checkbox>已经改进，办结</Checkbox>
      </Form.Item>
      <Form.Item name="next" label="不办结的，哪天再跟进">
        <Input type="date" min={day} />
      </Form.Item>
    </ActForm>
  )
}

export function CancelForm({ talk: { unitId, talkId, version } }: { talk: Talk }) {
  return (
    <ActForm
      act="talks.cancel"
      draft=""
      initial={{}}
      input={({ reason }: { reason: string }) => ({ unitId, talkId, version, reason })}
      submit="撤销约谈"
      done={() => undefined}
    >
      <Form.Item name="reason" label="原因" rules={[{ required: true, message: '写明原因' }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
