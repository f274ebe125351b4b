import type { EntryOf, Output } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Form, Input, InputNumber } from 'antd'
import { ActForm } from '../../ui/form/ActForm.tsx'
import styles from '../resources/Resources.module.css'
import { monthWord } from './words.ts'

type Props = { unitId: string; siteId: string; month: string; done: () => void }
type Month = Output<EntryOf<'sites.month'>>
type Values = {
  sessions: number
  playbacks: number
  hoursOpen: number
  attendance: number
  faults?: string
}

/** What the month came to; what was held there is filled in already. */
export function RecordForm({ unitId, siteId, month, done }: Props) {
  const answer = useAnswer('sites.month', { unitId, siteId, month })
  return (
    <Answered answer={answer}>
      {(known) => (
        <>
          <h3>{monthWord(month)}使用记录</h3>
          <Known known={known} />
          <ActForm
            act="sites.record"
            draft=""
            initial={initialOf(known)}
            input={({ hoursOpen, faults, ...values }: Values) => ({
              ...values,
              unitId,
              siteId,
              month,
              version: known.record?.version ?? null,
              minutesOpen: Math.round(hoursOpen * 60),
              faults: faults ?? '',
            })}
            submit={known.record ? '更正' : '交记录'}
            done={done}
            cancel={done}
          >
            <div className={styles.pair}>
              <NumberField name="sessions" label="办了几场活动" />
              <NumberField name="playbacks" label="播放几次" />
              <NumberField name="hoursOpen" label="开放多少小时" precision={1} />
              <NumberField name="attendance" label="多少人次" />
            </div>
            <Form.Item name="faults" label="故障（没有就不填）">
              <Input maxLength={200} />
            </Form.Item>
          </ActForm>
        </>
      )}
    </Answered>
  )
}

function initialOf({ record, suggested }: Month): Values {
  const { sessions, playbacks, minutesOpen, attendance } = record ?? suggested
  const hoursOpen = Math.round(minutesOpen / 6) / 10
  return { sessions, playbacks, hoursOpen, attendance, faults: record?.faults ?? '' }
}

function Known({ known: { held, dueOn, record } }: { known: Month }) {
  return (
    <>
      <p className={styles.faint}>
        {record
          ? `${record.byName}已于 ${record.reportedOn} 交，可以更正。`
          : `请在 ${dueOn} 前交。`}
        {held.length > 0 ? '当月在这里办过：' : '当月没有查到在这里办的活动。'}
      </p>
      <ul>
        {held.map((one, at) => (
          <li key={`${one.on}${String(at)}`}>
            <small>
              {one.on} {one.title}，{one.organizationName}，{one.attendance} 人
              {one.isPlayback ? '，播放' : ''}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function NumberField({
  name,
  label,
  precision = 0,
}: {
  name: string
  label: string
  precision?: number
}) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '没有就填 0' }]}>
      <InputNumber min={0} max={1_000_000} precision={precision} />
    </Form.Item>
  )
}
