import type { EntryOf, Output } from '@zhixing/contract'
import { lecturerRoles, tourLevels, tripStates } from '@zhixing/contract/tour-words.ts'
import { sectors } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Form, Input, InputNumber } from 'antd'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { MembersSelect } from '../outreach/due/MembersSelect.tsx'
import details from '../../ui/Details.module.css'
import { needed } from '../../ui/form/needed.ts'

type Trip = Output<EntryOf<'tours.trip'>>

/** One trip: who came in which role, who heard it, and what was said. */
export function TripPanel({ open, close }: { open: string | undefined; close: () => void }) {
  const [unitId = '', tripId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="送课记录" open={open !== undefined} onClose={close}>
      {open ? <TripView key={open} unitId={unitId} tripId={tripId} /> : null}
    </DetailPanel>
  )
}

function TripView(key: { unitId: string; tripId: string }) {
  const answer = useAnswer('tours.trip', key)
  return (
    <Answered answer={answer}>
      {(trip) => {
        const { topic, state, organizationName, place, startsAt, people, guests, record } = trip
        return (
          <>
            <h2>
              {topic} <small>{tripStates[state]}</small>
            </h2>
            <p>
              {moment(startsAt)}，{organizationName}（{tourLevels[trip.level]}，
              {sectors[trip.sector]}
              ），{place}。{trip.lecturerName}以{lecturerRoles[trip.lecturerRole]}身份讲课
              {trip.seriesTitle ? `，属于${trip.seriesTitle}` : ''}。
            </p>
            {trip.reason ? <p>原因：{trip.reason}</p> : null}
            {state === 'held' ? (
              <>
                <p>{record}</p>
                <h3 className={details.title}>
                  听课党员 {people.length} 人，群众 {guests} 人
                </h3>
                <p>{people.map(({ name }) => name).join('、')}</p>
              </>
            ) : null}
            {trip.may.manage ? <Acts key={trip.version} trip={trip} /> : null}
          </>
        )
      }}
    </Answered>
  )
}

type Record = { memberIds?: string[]; guests: number; record: string }
const stay = () => undefined

function Acts({ trip }: { trip: Trip }) {
  const { unitId, tripId, version, state, organizationId } = trip
  const key = { unitId, tripId }
  if (state === 'cancelled') return null
  if (state === 'held')
    return (
      <Because act="tours.reopenTrip" tripKey={key} label="登记错了，为什么" submit="撤回重记" />
    )
  return (
    <>
      <ActForm
        act="tours.recordTrip"
        draft={`trip-record:${tripId}`}
        initial={{ guests: 0 }}
        input={({ memberIds = [], ...values }: Record) => ({
          ...key,
          version,
          memberIds,
          ...values,
        })}
        submit="登记并记学时"
        done={stay}
      >
        <Form.Item name="memberIds" label="哪些党员听了">
          <MembersSelect organizationId={organizationId} />
        </Form.Item>
        <Form.Item name="guests" label="群众多少人">
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="record" label="讲了什么、反响怎样" rules={needed('写上情况')}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
        </Form.Item>
      </ActForm>
      <Because act="tours.cancelTrip" tripKey={key} label="不讲了，为什么" submit="取消这次送课" />
    </>
  )
}

type BecauseProps = {
  act: 'tours.cancelTrip' | 'tours.reopenTrip'
  tripKey: { unitId: string; tripId: string }
  label: string
  submit: string
}

function Because({ act, tripKey, label, submit }: BecauseProps) {
  return (
    <ActForm
      act={act}
      draft=""
      initial={{}}
      input={({ reason }: { reason: string }) => ({ ...tripKey, reason })}
      submit={submit}
      done={stay}
      isSecond
    >
      <Form.Item name="reason" label={label} rules={needed('写明原因')}>
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
