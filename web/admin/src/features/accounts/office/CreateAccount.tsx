import { Form, Input, Modal } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import type { Hand } from './types.ts'

type Values = { name: string; login: string }

export function CreateAccount({ close, hand }: { close: () => void; hand: Hand }) {
  const { organizationId } = useOrganization()
  return (
    <Modal open title="为工作人员开账号" onCancel={close} footer={null}>
      <p>党员的账号随登录码一起开，不用在这里开。新账号没有任何权限，由安全管理员另行授予。</p>
      <ActForm
        act="accounts.create"
        draft="new-account"
        initial={{}}
        submit="开账号"
        input={(values: Values) => ({ ...values, organizationId })}
        done={(slip) => {
          close()
          hand([slip])
        }}
        cancel={close}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, message: '填写姓名' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="login"
          label="登录名"
          extra="字母开头，3 到 32 位，小写字母、数字和 . _ -"
          rules={[{ required: true, message: '填写登录名' }]}
        >
          <Input maxLength={32} autoCapitalize="none" />
        </Form.Item>
      </ActForm>
    </Modal>
  )
}
