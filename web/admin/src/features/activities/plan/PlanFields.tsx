import { thisDay } from '@zhixing/kit/format/clock.ts'
import { Button, Input } from 'antd'
import type { Kind } from '../state.ts'
import { AgendaEditor } from './AgendaEditor.tsx'
import { Field } from './Field.tsx'
import { LectureFields, type NextLecturer } from './LectureFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { nowRounded } from './months.ts'
import { PlaceInput } from './PlaceInput.tsx'
import styles from './Plan.module.css'
import { startingAt, type PlanValues } from './plan-values.ts'

type Props = {
  kind: Kind
  values: PlanValues
  change: (values: PlanValues) => void
  /** Of a lecture: who comes next by the rota. */
  lecturer?: NextLecturer | null
}

/** The few things a meeting needs; everything is filled in already, and what is rare is folded away. */
export function PlanFields({ kind, values, change, lecturer }: Props) {
  const set = (next: Partial<PlanValues>) => change({ ...values, ...next })
  const text = (key: 'title' | 'place' | 'hostName' | 'recorderName') => ({
    value: values[key],
    maxLength: 100,
    onChange: ({ target }: { target: { value: string } }) => set({ [key]: target.value }),
  })
  return (
    <>
      <div className={styles.fields}>
        <Field label="名称">
          <Input {...text('title')} />
        </Field>
        <Field label="日期">
          <Input
            type="date"
            value={values.day}
            onChange={({ target }) => set({ day: target.value, month: target.value.slice(0, 7) })}
          />
        </Field>
        <Field label="开始">
          <Input
            type="time"
            value={values.from}
            onChange={({ target }) => change(startingAt(values, target.value))}
          />
        </Field>
        <Field label="结束">
          <Input
            type="time"
            value={values.until}
            onChange={({ target }) => set({ until: target.value })}
          />
        </Field>
        <AtOnce start={() => change(atOnce(values))} />
        <Field label="地点">
          <PlaceInput {...text('place')} />
        </Field>
        <Field label="主持人">
          <Input {...text('hostName')} />
        </Field>
        <Field label="记录人">
          <Input {...text('recorderName')} />
        </Field>
        {kind.hasLecturer ? <LectureFields values={values} set={set} next={lecturer} /> : null}
      </div>
      <AgendaEditor kind={kind} agenda={values.agenda} change={(agenda) => set({ agenda })} />
      <MoreFields values={values} change={change} />
    </>
  )
}

function atOnce(values: PlanValues): PlanValues {
  const day = thisDay()
  return startingAt({ ...values, day, month: day.slice(0, 7) }, nowRounded())
}

function AtOnce({ start }: { start: () => void }) {
  return (
    <div className={`${styles.wide} ${styles.quick}`}>
      <Button size="small" onClick={start}>
        现在就开
      </Button>
      <span>人已到齐、正要开始的，点这里把时间定为现在。</span>
    </div>
  )
}
