import type { MemberFacts } from '@zhixing/contract'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate } from '@tanstack/react-router'
import { App, Form } from 'antd'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { BranchSelect } from './BranchSelect.tsx'
import { FactFields } from './FactFields.tsx'
import { emptyFacts, factsFrom } from './member-facts.ts'

type Values = { organizationId: string; facts: Partial<MemberFacts> }

export function NewMemberPage() {
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (
    <Page>
      <Sentence note="身份证号、出生日期、性别和入党日期互相核对；身份证号、电话、住址加密保存">
        登记一名党员。
      </Sentence>
      <ActForm
        act="members.register"
        draft="new-member"
        initial={{ facts: emptyFacts }}
        input={({ organizationId, facts }: Values) => ({ organizationId, facts: factsFrom(facts) })}
        submit="登记入册"
        done={(key) => {
          void message.success('已登记入册')
          void navigate({ to: '/members/$unitId/$memberId', params: key })
        }}
        cancel={() => void navigate({ to: '/members' })}
      >
        <Form.Item
          name="organizationId"
          label="所在党支部"
          rules={[{ required: true, message: '请选择所在党支部' }]}
        >
          <BranchSelect />
        </Form.Item>
        <FactFields />
      </ActForm>
    </Page>
  )
}
