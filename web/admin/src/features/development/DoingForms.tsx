import { addDays } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { App, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { BranchSelect } from '../members/BranchSelect.tsx'
import { keyOf, type Shown } from './shown.ts'

type Props = { shown: Shown; close: () => void }
const needed = (message: string) => [{ required: true, message }]
const answerDays = 10

/** A notice that closes by itself. */
export function PostForm({ shown, close }: Props) {
  const [formId] = useState(newId)
  const { message } = App.useApp()
  return (
    <ActForm
      act="development.post"
      draft=""
      initial={{ workdays: 5 }}
      input={(values: { contact: string; workdays: number }) => ({
        ...keyOf(shown),
        ...values,
        formId,
      })}
      submit="张贴"
      done={({ until }) => {
        void message.success(`已张贴，${until} 到期自动关闭`)
        close()
      }}
      cancel={close}
    >
      <p>公示姓名、性别、出生年月、学历、岗位、申请日期和培养联系人；不公示身份证号和电话。</p>
      <Form.Item name="workdays" label="公示几个工作日" rules={needed('填天数')}>
        <InputNumber min={1} max={30} />
      </Form.Item>
      <Form.Item name="contact" label="反映问题的电话和地址" rules={needed('写明向谁反映')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

/** A question to a department outside, which sees nothing else. */
export function AskForm({ shown, close }: Props) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.ask"
      draft=""
      initial={{ dueOn: addDays(thisDay(), answerDays) }}
      input={(values: { department: string; question: string; dueOn: string }) => ({
        ...keyOf(shown),
        ...values,
        formId,
      })}
      submit="生成答复链接"
      done={close}
      cancel={close}
    >
      <p>对方凭链接只看得到这个问题，答复一次。链接在右边“考察情况”里，请发给对方联系人。</p>
      <Form.Item name="department" label="部门" rules={needed('写明部门')}>
        <Input maxLength={100} placeholder="例：县纪委监委" />
      </Form.Item>
      <Form.Item name="question" label="请对方答复什么" rules={needed('写清问题')}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="dueOn" label="哪天前答复" rules={needed('选日期')}>
        <Input type="date" min={thisDay()} />
      </Form.Item>
    </ActForm>
  )
}

/** Goes on elsewhere with the time they have. */
export function MoveForm({ shown, close }: Props) {
  const [formId] = useState(newId)
  return (
    <ActForm
      act="development.move"
      draft=""
      initial={{}}
      input={(values: { organizationId: string; reason: string }) => ({
        ...keyOf(shown),
        ...values,
        formId,
      })}
      submit="转接"
      done={close}
      cancel={close}
    >
      <p>培养时间接着算；培养联系人随之结束，由接收支部另行指定。</p>
      <Form.Item name="organizationId" label="接收的党支部" rules={needed('选党支部')}>
        <BranchSelect />
      </Form.Item>
      <Form.Item name="reason" label="原因和材料移交情况" rules={needed('写明原因')}>
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
