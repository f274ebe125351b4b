import { hours } from '@zhixing/kit/format/hours.ts'
import { dayOf, isAhead, momentAt, thisTime } from '@zhixing/kit/format/clock.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Motions } from '../motions/Motions.tsx'
import { OtherBallots } from '../motions/OtherBallots.tsx'
import { Field } from '../plan/Field.tsx'
import recordStyles from '../record/Record.module.css'
import { rollCounts } from '../roll-counts.ts'
import { keyOf, type Activity } from '../state.ts'
import { Attachments } from './Attachments.tsx'
import styles from './Minutes.module.css'
import { useMinutes } from './use-minutes.ts'

/** What was done, what was said, what was decided; kept whenever a field is left. */
export function MinutesStep({ activity }: { activity: Activity }) {
  const items = activity.agenda.map(({ title, minutes, part }) => [title, minutes, part])
  return <MinutesForm key={JSON.stringify(items)} activity={activity} />
}

function MinutesForm({ activity }: { activity: Activity }) {
  const form = useMinutes(activity)
  const { minutes, resolution, agenda } = form.values
  const isOff = !activity.can.organize
  return (
    <>
      <fieldset className={styles.agenda} disabled={isOff}>
        <legend>
          完成的议程
          <Button
            type="link"
            size="small"
            onClick={() => form.save({ agenda: agenda.map((item) => ({ ...item, isDone: true })) })}
          >
            全部完成
          </Button>
        </legend>
        {agenda.map((item, at) => (
          <Checkbox
            key={`${item.title}${String(at)}`}
            checked={item.isDone === true}
            onChange={({ target }) => form.save({ agenda: checked(agenda, at, target.checked) })}
          >
            {item.title}
            <small>
              {item.minutes} 分钟{partWord(activity, item.part)}
            </small>
          </Checkbox>
        ))}
      </fieldset>
      <Input.TextArea
        aria-label="会议记录"
        placeholder="发言要点、讨论情况"
        className={styles.text ?? ''}
        autoSize={{ minRows: 5 }}
        disabled={isOff}
        value={minutes}
        onChange={({ target }) => form.type({ minutes: target.value })}
        onBlur={() => form.save()}
      />
      <Input.TextArea
        aria-label="议定事项"
        placeholder="议定事项（没有可不填）"
        className={styles.text ?? ''}
        autoSize={{ minRows: 2 }}
        disabled={isOff}
        value={resolution}
        onChange={({ target }) => form.type({ resolution: target.value })}
        onBlur={() => form.save()}
      />
      <p className={styles.saved} role="status">
        {form.status}
      </p>
      <Motions activity={activity} />
      <OtherBallots activity={activity} />
      <Attachments activity={activity} />
      <Close activity={activity} save={form.saved} />
    </>
  )
}

function checked(agenda: Activity['agenda'], index: number, isDone: boolean) {
  return agenda.map((item, at) => (at === index ? { ...item, isDone } : item))
}

function partWord({ kind }: Activity, key: string | undefined): string {
  if (kind.parts.length === 0) return ''
  const part = kind.parts.find((one) => one.key === key)
  return part?.isRequired ? ` · 规定动作 · ${part.name}` : ' · 自选动作'
}

function Close({
  activity,
  save,
}: {
  activity: Activity
  save: () => Promise<number | undefined>
}) {
  const close = useAct('activities.close')
  const { modal } = App.useApp()
  const tell = useTellWaiting()
  const [ended, setEnded] = useState(thisTime)
  const isEarly = isAhead(activity.endsAt)
  const { credit, lacks, can, kind } = activity
  const { present } = rollCounts(activity)

  const ask = async () => {
    const version = await save()
    if (version === undefined) return
    modal.confirm({
      title: `关闭这次${kind.name}？`,
      content: `应到人员中 ${present} 人到会，${credit.sum}。关闭后不能改动，更正须重新打开、另记一笔。`,
      okText: '关闭并记入',
      cancelText: '再看看',
      onOk: () =>
        close
          .mutateAsync({
            ...keyOf(activity),
            version,
            ...(isEarly ? { endedAt: momentAt(dayOf(activity.startsAt), ended) } : {}),
          })
          .then(({ waiting }) => tell(waiting))
          .catch(() => undefined),
    })
  }
  return (
    <>
      <p className={recordStyles.problem} role="alert">
        {close.error?.message}
      </p>
      {isEarly ? (
        <Field label="实际结束时间（还没有到计划的结束时间，学时只记到实际结束）">
          <Input type="time" value={ended} onChange={({ target }) => setEnded(target.value)} />
        </Field>
      ) : null}
      <div className={recordStyles.actions}>
        <Button
          type="primary"
          disabled={lacks.length > 0 || !can.close || ended === ''}
          loading={close.isPending}
          onClick={() => void ask()}
        >
          关闭并记入学时
        </Button>
        <span>{lacks[0] ?? (can.close ? hint(credit) : '由支部书记关闭')}</span>
      </div>
    </>
  )
}

/** Says whose hours the day had no room for, and what becomes of them. */
function useTellWaiting() {
  const { message } = App.useApp()
  return (names: readonly string[]) =>
    names.length > 0 &&
    message.warning(
      `${names.join('、')}当天学时已满，或同一时间已在别处记过，这次的学时列入待记，更正后自动补记`,
      10,
    )
}

function hint({ minutes, clause }: Activity['credit']): string {
  return `每人记 ${hours(minutes)} 学时，依据：${clause}`
}
