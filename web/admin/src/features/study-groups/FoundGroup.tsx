import type { EntryOf, Output } from '@zhixing/contract'
import type { studyRoles } from '@zhixing/contract/study-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { SeatFields, seatsOf } from './SeatFields.tsx'

type Missing = Output<EntryOf<'studyGroups.list'>>['missing']
type Values = { name: string; seats: { member: string; role: keyof typeof studyRoles }[] }

/** First which committee, then who sits there: proposed from its present members. */
export function FoundGroup({ missing, close }: { missing: Missing; close: () => void }) {
  const [organizationId, setOrganizationId] = useState(missing[0]?.organizationId)
  const chosen = missing.find((one) => one.organizationId === organizationId)
  return (
    <DetailPanel title="建中心组" open onClose={close}>
      <Select
        aria-label="哪个党组织"
        style={{ width: '100%' }}
        value={organizationId}
        options={missing.map((one) => ({ value: one.organizationId, label: one.name }))}
        onChange={setOrganizationId}
        showSearch={{ optionFilterProp: 'label' }}
      />
      {chosen ? <Founding key={organizationId} chosen={chosen} close={close} /> : null}
    </DetailPanel>
  )
}

function Founding({ chosen, close }: { chosen: Missing[number]; close: () => void }) {
  const { organizationId, name } = chosen
  const answer = useAnswer('studyGroups.candidates', { organizationId })
  return (
    <Answered answer={answer}>
      {({ seats }) => (
        <ActForm
          act="studyGroups.establish"
          draft={`study-group:${organizationId}`}
          initial={{
            name: `${name}理论学习中心组`,
            seats: seats.map(({ memberUnitId, memberId, role }) => ({
              member: `${memberUnitId}~${memberId}`,
              role,
            })),
          }}
          input={(values: Values) => ({
            organizationId,
            name: values.name,
            seats: seatsOf(values.seats),
          })}
          submit="建立"
          done={close}
          cancel={close}
        >
          <Form.Item name="name" label="名称" rules={needed('写上名称')}>
            <Input maxLength={100} />
          </Form.Item>
          <SeatFields
            organizationId={organizationId}
            known={seats.map((seat) => ({
              value: `${seat.memberUnitId}~${seat.memberId}`,
              label: `${seat.name}（${seat.post}）`,
            }))}
          />
        </ActForm>
      )}
    </Answered>
  )
}
