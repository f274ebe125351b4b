import type { Audience } from '@zhixing/contract'
import { Form, Input, InputNumber, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { today } from '../members/member/today.ts'
import { useSaved } from './SavedSelect.tsx'

type Choice = { name: string; audience: Audience }

/** Cohorts that plans name again and again; others are chosen from the saved audiences. */
const usual: Record<string, Choice> = {
  privateSecretary: { name: '非公党组织书记', audience: { cohorts: ['privateSecretary'] } },
  newMember: { name: '新党员', audience: { cohorts: ['newMember'] } },
  floating: { name: '流动党员', audience: { cohorts: ['floating'] } },
}

type Values = { who: string; year: number; hours: number; targetShare: number; name?: string }

export function NewWatch({ close }: { close: () => void }) {
  const { organizationId } = useOrganization()
  const saved = useSaved()
  const choices: Record<string, Choice> = {
    ...usual,
    ...Object.fromEntries(
      saved.map(({ audienceId, name, audience }) => [audienceId, { name, audience }]),
    ),
  }
  const options = Object.entries(choices).map(([value, { name }]) => ({ value, label: name }))
  return (
    <DetailPanel title="盯住一个群体" open onClose={close}>
      <ActForm
        act="audience.setWatch"
        draft=""
        initial={{ year: Number(today().slice(0, 4)), hours: 32, targetShare: 90 }}
        input={({ who, hours, name, ...values }: Values) => ({
          organizationId,
          ...values,
          name: name || (choices[who]?.name ?? ''),
          audience: choices[who]?.audience ?? {},
          targetMinutes: Math.round(hours * 60),
        })}
        submit="盯住"
        done={close}
        cancel={close}
      >
        <Form.Item name="who" label="群体" rules={[{ required: true, message: '请选择群体' }]}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="name" label="名称（不填用群体的名称）">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="year" label="年度">
          <InputNumber min={1921} max={2200} />
        </Form.Item>
        <Form.Item name="hours" label="一年学多少学时">
          <InputNumber min={1} max={1000} />
        </Form.Item>
        <Form.Item name="targetShare" label="达到的比例（%）">
          <InputNumber min={1} max={100} />
        </Form.Item>
      </ActForm>
    </DetailPanel>
  )
}
