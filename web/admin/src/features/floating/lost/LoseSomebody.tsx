import { lossCauses } from '@zhixing/contract/floating-words.ts'
import { Form, Input } from 'antd'
import { useOrganization } from '../../../app/organization.ts'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { ActForm } from '../../../ui/form/ActForm.tsx'
import { today } from '../../members/member/today.ts'
import { MemberKeySelect } from '../MemberKeySelect.tsx'
import { ChoiceItem, DayItem } from '../fields.tsx'

type Values = { key: string; since: string; cause: keyof typeof lossCauses; note: string }

/** Anybody on the roll may be lost, also who never was registered as away. */
export function LoseSomebody({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  return (
    <DetailPanel title="登记失联" open onClose={close}>
      <ActForm
        act="floating.lose"
        draft="lose"
        initial={{ since: today(), note: '' }}
        input={({ key, ...values }: Values) => {
          const [unitId = '', memberId = ''] = key.split('~')
          return { unitId, memberId, ...values }
        }}
        submit="登记失联"
        done={close}
        cancel={close}
      >
        <Form.Item name="key" label="党员" rules={[{ required: true, message: '请选择党员' }]}>
          <MemberKeySelect organizationId={organizationId} />
        </Form.Item>
        <DayItem name="since" label="失去联系日期" />
        <ChoiceItem name="cause" label="情形" words={lossCauses} />
        <Form.Item name="note" label="说明">
          <Input.TextArea maxLength={500} rows={3} />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
