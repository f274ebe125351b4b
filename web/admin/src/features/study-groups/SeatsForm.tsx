import type { studyRoles } from '@zhixing/contract/study-words.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import type { Group } from './GroupPage.tsx'
import { SeatFields, seatsOf } from './SeatFields.tsx'

type Values = { seats: { member: string; role: keyof typeof studyRoles }[] }

/** Others sit there from today on. */
export function SeatsForm({ group, close }: { group: Group; close: () => void }) {
  const { unitId, groupId, version, seats, organizationId } = group
  return (
    <DetailPanel title="调整成员" open onClose={close}>
      <ActForm
        act="studyGroups.setSeats"
        draft={`study-seats:${groupId}:${String(version)}`}
        initial={{ seats: seats.map((seat) => ({ member: keyOf(seat), role: seat.role })) }}
        input={(values: Values) => ({ unitId, groupId, version, seats: seatsOf(values.seats) })}
        submit="保存"
        done={close}
        cancel={close}
      >
        <SeatFields
          organizationId={organizationId}
          known={seats.map((seat) => ({
            value: keyOf(seat),
            label: `${seat.name}（${seat.organizationName}）`,
          }))}
        />
      </ActForm>
    </DetailPanel>
  )
}

function keyOf({ memberUnitId, memberId }: Group['seats'][number]): string {
  return `${memberUnitId}~${memberId}`
}
