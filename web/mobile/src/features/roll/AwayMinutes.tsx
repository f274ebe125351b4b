import { writeDown } from '@zhixing/kit/roll/kept.ts'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import { Agenda } from './MinutesForm.tsx'
import { Photos } from './Photos.tsx'
import rollStyles from './Roll.module.css'
import type { Activity } from './state.ts'
import type { Line } from './use-record.ts'

/** Kept with every letter; what is closed and credited is closed where the server can be reached. */
export function AwayMinutes({ activity, line }: { activity: Activity; line: Line }) {
  const [minutes, setMinutes] = useState(activity.minutes)
  const [agenda, setAgenda] = useState(activity.agenda)
  const [problem, setProblem] = useState('')
  const { resolution } = activity
  const keep = (written: { minutes: string; agenda: Activity['agenda'] }) => {
    setMinutes(written.minutes)
    setAgenda(written.agenda)
    writeDown(activity, { ...written, resolution }).then(
      () => setProblem(''),
      (error: Error) => setProblem(`手机没有存下：${error.message}`),
    )
  }
  return (
    <>
      <Agenda agenda={agenda} change={(next) => keep({ minutes, agenda: next })} />
      <label className={form.field}>
        会议记录
        <textarea
          rows={8}
          value={minutes}
          onChange={({ target }) => keep({ minutes: target.value, agenda })}
        />
      </label>
      <p className={form.problem} role="alert">
        {problem}
      </p>
      <Photos activity={activity} line={line} />
      <p className={rollStyles.lacks}>
        {line.kept.minutes ? '写的都存在手机里了。' : ''}关闭记学时、代签、列席，等有网络再办。
      </p>
    </>
  )
}
