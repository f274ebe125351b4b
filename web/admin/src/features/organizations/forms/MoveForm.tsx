import { Form, Input } from 'antd'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import styles from '../Organizations.module.css'
import type { FormProps } from '../types.ts'
import { OrganizationSelect } from './OrganizationSelect.tsx'

type Values = { parentId: string; reason: string }

export function MoveForm({ shown, close }: FormProps) {
  const { organization, counts } = shown
  const { id, version, name } = organization
  return (
    <ActForm
      act="organizations.move"
      draft={`move:${id}`}
      initial={{}}
      submit="划转"
      input={(values: Values) => ({ ...values, organizationId: id, version })}
      done={close}
      cancel={close}
    >
      <p className={styles.effect}>
        {name}连同 {(counts.organizations - 1).toLocaleString('zh-CN')} 个下级组织、
        {counts.members.toLocaleString('zh-CN')}{' '}
        名党员一起划转；原上级的人从此看不到，新上级的人从此看得到。党员的支部不变，操作留痕留在原处。
      </p>
      <Form.Item
        name="parentId"
        label="新的上级"
        rules={[{ required: true, message: '选择新的上级' }]}
      >
        <OrganizationSelect placeholder="输入名称、拼音或代码" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由或批复文号"
        rules={[{ required: true, min: 2, message: '写明理由' }]}
      >
        <Input />
      </Form.Item>
    </ActForm>
  )
}
