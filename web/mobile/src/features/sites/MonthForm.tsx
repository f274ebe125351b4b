import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'

type Props = { unitId: string; siteId: string; month: string; done: () => void }
type Month = Output<EntryOf<'sites.month'>>

/** A month of one site: what was held there stands in the fields already. */
export function MonthForm(props: Props) {
  const { unitId, siteId, month } = props
  const answer = useAnswer('sites.month', { unitId, siteId, month })
  return <Answered answer={answer}>{(known) => <Fields {...props} known={known} />}</Answered>
}

function Fields({ unitId, siteId, month, known, done }: Props & { known: Month }) {
  const { suggested, record, held, dueOn } = known
  const begun = record ?? suggested
  const { mutate, isPending, error } = useAct('sites.record')
  const [sessions, setSessions] = useState(String(begun.sessions))
  const [playbacks, setPlaybacks] = useState(String(begun.playbacks))
  const [hoursOpen, setHoursOpen] = useState(String(Math.round(begun.minutesOpen / 6) / 10))
  const [attendance, setAttendance] = useState(String(begun.attendance))
  const [faults, setFaults] = useState(record?.faults ?? '')
  const tell = () =>
    mutate(
      {
        unitId,
        siteId,
        month,
        version: record?.version ?? null,
        sessions: Number(sessions),
        playbacks: Number(playbacks),
        minutesOpen: Math.round(Number(hoursOpen) * 60),
        attendance: Number(attendance),
        faults,
      },
      { onSuccess: done },
    )
  return (
    <>
      <p>
        {monthDay(dueOn)}前交。
        {held.length > 0
          ? `当月在这里办过 ${String(held.length)} 场，已经填好：`
          : '当月没有查到活动。'}
      </p>
      {held.map((one, at) => (
        <p key={`${one.on}${String(at)}`}>
          <small>
            {monthDay(one.on)} {one.title}，{one.attendance} 人
          </small>
        </p>
      ))}
      <Field label="办了几场活动" value={sessions} change={setSessions} />
      <Field label="播放几次" value={playbacks} change={setPlaybacks} />
      <Field label="开放多少小时" value={hoursOpen} change={setHoursOpen} />
      <Field label="多少人次" value={attendance} change={setAttendance} />
      <label className={form.field}>
        故障（没有就不填）
        <input maxLength={200} value={faults} onChange={({ target }) => setFaults(target.value)} />
      </label>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <div className={form.acts}>
        <Button color="primary" loading={isPending} onClick={tell}>
          交记录
        </Button>
        <Button onClick={done}>先不交</Button>
      </div>
    </>
  )
}

type FieldProps = { label: string; value: string; change: (value: string) => void }

function Field({ label, value, change }: FieldProps) {
  return (
    <label className={form.field}>
      {label}
      <input
        inputMode="decimal"
        value={value}
        onChange={({ target }) => change(target.value.replace(/[^\d.]/g, '').slice(0, 7))}
      />
    </label>
  )
}
