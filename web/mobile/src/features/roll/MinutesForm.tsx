import { dayOf, isAhead, momentAt, thisTime } from '@zhixing/kit/format/clock.ts'
import { Unreachable } from '@zhixing/kit/api.ts'
import { writeDown } from '@zhixing/kit/roll/kept.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rollStyles from './Roll.module.css'
import { Photos } from './Photos.tsx'
import type { Activity } from './state.ts'
import type { Line } from './use-record.ts'

/** What was done and a few lines about it; then the record is closed, or finished at the desk. */
export function MinutesForm({ activity, line }: { activity: Activity; line: Line }) {
  const [minutes, setMinutes] = useState(activity.minutes)
  const [agenda, setAgenda] = useState(activity.agenda)
  const [ended, setEnded] = useState(thisTime)
  const isEarly = isAhead(activity.endsAt)
  const write = useAct('activities.write')
  const close = useAct('activities.close')
  const resume = useAct('activities.resumeRoll')
  const { unitId, activityId, version, resolution, can } = activity
  const key = { unitId, activityId }

  const save = async () => write.mutateAsync({ ...key, version, minutes, resolution, agenda })
  // The line may be gone since the page was read: what was written stays here.
  const keep = async (error: Error) =>
    error instanceof Unreachable && writeDown(activity, { minutes, resolution, agenda })
  const finish = async () => {
    const kept = await save().catch(() => undefined)
    const end = isEarly ? { endedAt: momentAt(dayOf(activity.startsAt), ended) } : {}
    if (kept) close.mutate({ ...key, version: kept.version, ...end })
  }
  return (
    <>
      <Agenda agenda={agenda} change={setAgenda} />
      <label className={form.field}>
        会议记录
        <textarea rows={6} value={minutes} onChange={({ target }) => setMinutes(target.value)} />
      </label>
      {isEarly ? (
        <label className={form.field}>
          实际结束时间（学时只记到这时）
          <input type="time" value={ended} onChange={({ target }) => setEnded(target.value)} />
        </label>
      ) : null}
      <Photos activity={activity} line={line} />
      <p className={form.problem} role="alert">
        {close.error?.message ?? write.error?.message}
      </p>
      <div className={rollStyles.two}>
        <Button block loading={write.isPending} onClick={() => void save().catch(keep)}>
          先保存
        </Button>
        <Button
          block
          color="primary"
          disabled={!can.close || ended === ''}
          loading={close.isPending}
          onClick={() => void finish()}
        >
          关闭记学时
        </Button>
      </div>
      <p className={rollStyles.lacks}>{can.close ? activity.credit.sum : '由支部书记关闭'}</p>
      <button type="button" className={form.quiet} onClick={() => resume.mutate(key)}>
        修改点名
      </button>
    </>
  )
}

type AgendaProps = {
  agenda: Activity['agenda']
  change: (agenda: Activity['agenda']) => void
}

export function Agenda({ agenda, change }: AgendaProps) {
  const set = (index: number, isDone: boolean) =>
    change(agenda.map((item, at) => (at === index ? { ...item, isDone } : item)))
  const isDone = agenda.every((item) => item.isDone === true)
  return (
    <>
      <div className={rollStyles.agenda}>
        <h2>完成的议程</h2>
        <button
          type="button"
          disabled={isDone}
          onClick={() => change(agenda.map((item) => ({ ...item, isDone: true })))}
        >
          全部完成
        </button>
      </div>
      {agenda.map((item, at) => (
        <label key={`${item.title}${String(at)}`} className={rollStyles.check}>
          <input
            type="checkbox"
            checked={item.isDone === true}
            onChange={({ target }) => set(at, target.checked)}
          />
          {item.title}（{item.minutes} 分钟）
        </label>
      ))}
    </>
  )
}
