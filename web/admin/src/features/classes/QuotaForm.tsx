import { App, Button, Form, InputNumber } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { OrganizationSelect } from '../organizations/forms/OrganizationSelect.tsx'
import { keyOf, type ClassState } from './class.ts'

type Values = { known: (number | null)[]; added?: { organizationId: string; seats: number }[] }

/** The seats of each organization; nothing above the planned number, nothing below those taken. */
export function QuotaForm({ state, close }: { state: ClassState; close: () => void }) {
  const { message } = App.useApp()
  const { quotas } = state
  return (
    <ActForm
      act="enrolments.allot"
      draft=""
      initial={{ known: quotas.map(({ seats }) => seats), added: [] }}
      input={({ known, added = [] }: Values) => ({
        ...keyOf(state),
        quotas: [
          ...quotas.map(({ organizationId }, at) => ({ organizationId, seats: known[at] ?? 0 })),
          ...added,
        ],
      })}
      submit="保存名额"
      done={({ seats, promoted }) => {
        void message.success(
          promoted > 0 ? `共 ${seats} 个名额，递补 ${promoted} 人` : `共 ${seats} 个名额`,
        )
        close()
      }}
      cancel={close}
    >
      <p>计划 {state.people} 人；给了上级的名额，没有单独名额的下级都可以用。</p>
      {quotas.map(({ quotaId, organizationName, taken }, at) => (
        <Form.Item
          key={quotaId}
          name={['known', at]}
          label={`${organizationName}（已录取 ${taken}）`}
        >
          <InputNumber min={0} max={5000} precision={0} />
        </Form.Item>
      ))}
      <Form.List name="added">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key}>
                <Form.Item
                  name={[name, 'organizationId']}
                  label="党组织"
                  rules={[{ required: true, message: '选一个党组织' }]}
                >
                  <OrganizationSelect placeholder="名称、拼音或代码" />
                </Form.Item>
                <Form.Item name={[name, 'seats']} label="名额">
                  <InputNumber min={1} max={5000} precision={0} />
                </Form.Item>
                <Button onClick={() => remove(name)}>去掉</Button>
              </div>
            ))}
            <Button onClick={() => add({ seats: 1 })}>加一个党组织</Button>
          </>
        )}
      </Form.List>
    </ActForm>
  )
}
