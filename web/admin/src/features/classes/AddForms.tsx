import { learnerKinds } from '@zhixing/contract/class-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { App, Form, Input, Select } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { keyOf, type ClassState } from './class.ts'

type Props = { state: ClassState; close: () => void }
type Kind = Exclude<keyof typeof learnerKinds, 'member'>
type One = { name: string; organizationName?: string; learnerKind: Kind; phone?: string }

const kinds = choicesOf(learnerKinds).filter(({ value }) => value !== 'member')

/** People who are no members, one by one; a partner's list all at once. */
export function AddForms({ state, close }: Props) {
  const { message } = App.useApp()
  if (state.origin !== 'own') return <ListForm state={state} close={close} />
  return (
    <ActForm
      act="enrolments.add"
      draft=""
      initial={{ learnerKind: 'activist' as const }}
      input={(values: One) => ({ ...values, ...keyOf(state) })}
      submit="登记"
      done={() => {
        void message.success('已登记')
        close()
      }}
      cancel={close}
    >
      <Form.Item name="name" label="姓名" rules={[{ required: true, message: '写上姓名' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="learnerKind" label="身份">
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="organizationName" label="所在党组织或单位">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="phone" label="电话">
        <Input maxLength={40} />
      </Form.Item>
    </ActForm>
  )
}

function ListForm({ state, close }: Props) {
  const { modal } = App.useApp()
  return (
    <ActForm
      act="enrolments.addList"
      draft=""
      initial={{ text: '' }}
      input={({ text }: { text: string }) => ({ ...keyOf(state), text })}
      submit="登记名单"
      done={({ members, outsiders, known, faults }) => {
        const counts = `党员 ${members} 人，群众 ${outsiders} 人，已在名册 ${known} 人`
        if (faults.length === 0) {
          modal.info({ title: '名单已登记', content: counts })
          return close()
        }
        const lines = faults.map(({ line, text, fault }) => `第 ${line} 行 ${text}：${fault}`)
        return modal.warning({ title: counts, content: lines.join('；') })
      }}
      cancel={close}
    >
      <Form.Item
        name="text"
        label="名单：每行一人，姓名、身份证号、单位，用逗号或制表符分开"
        rules={[{ required: true, message: '粘贴名单' }]}
      >
        <Input.TextArea autoSize={{ minRows: 8 }} />
      </Form.Item>
    </ActForm>
  )
}
