import { roleGrades } from '@zhixing/contract/role-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { Form, Input, Radio } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Role, Someone } from './roles.ts'
import { needed } from '../../ui/form/needed.ts'

/** The panel stays open and shows what has become of it. */
type Props = { role: Role }
const stay = () => undefined

export function AssignForm({ someone }: { someone: Someone }) {
  const { unitId, memberId, name } = someone
  return (
    <ActForm
      act="roles.assign"
      draft={`role:${memberId}`}
      initial={{}}
      input={(values: { title: string; statement: string }) => ({ unitId, memberId, ...values })}
      submit={`给${name}定岗定责`}
      done={stay}
    >
      <Form.Item name="title" label="岗位" rules={needed('写上岗位')}>
        <Input maxLength={100} placeholder="如：窗口服务先锋岗" />
      </Form.Item>
      <Form.Item name="statement" label="职责" rules={needed('写明职责')}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={500} />
      </Form.Item>
    </ActForm>
  )
}

type Decision = { agrees: boolean; reason?: string }

export function Decide({ role: { unitId, roleId, version } }: Props) {
  return (
    <ActForm
      act="roles.decide"
      draft=""
      initial={{ agrees: true }}
      input={({ agrees, reason = '' }: Decision) => ({ unitId, roleId, version, agrees, reason })}
      submit="确认"
      done={stay}
    >
      <Form.Item name="agrees" label="支部意见">
        <Radio.Group
          options={[
            { value: true, label: '同意' },
            { value: false, label: '不同意' },
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label="说明（不同意的须写原因）">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

type Assessment = { grade: keyof typeof roleGrades; comment: string }

export function AssessForm({ role }: Props) {
  const { unitId, roleId, version, grade, comment } = role
  return (
    <ActForm
      act="roles.assess"
      draft={`role-assess:${roleId}`}
      initial={{ grade: grade ?? 'good', comment }}
      input={(values: Assessment) => ({ unitId, roleId, version, ...values })}
      submit="评议"
      done={stay}
    >
      <Form.Item name="grade" label="履行情况">
        <Radio.Group options={choicesOf(roleGrades)} />
      </Form.Item>
      <Form.Item name="comment" label="评议意见" rules={needed('写明评议意见')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

export function EndForm({ role: { unitId, roleId, version } }: Props) {
  return (
    <ActForm
      act="roles.end"
      draft=""
      initial={{}}
      input={({ reason }: { reason: string }) => ({ unitId, roleId, version, reason })}
      submit="终止"
      done={stay}
    >
      <Form.Item name="reason" label="终止的原因" rules={needed('写明原因')}>
        <Input maxLength={200} placeholder="如：调离岗位" />
      </Form.Item>
    </ActForm>
  )
}
