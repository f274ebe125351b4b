import { leaderWays } from '@zhixing/contract/leader-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import type { Sheet } from './LeadersPage.tsx'

const fresh = () => ({
  studyId: newId(),
  itemId: '',
  on: thisDay(),
  way: 'self' as keyof typeof leaderWays,
  title: '',
  minutes: 60,
  note: '',
})

/** What was studied, for one of the items of the plan or besides it, and what one thinks of it. */
export function StudyForm({ sheet: { plan, year } }: { sheet: Sheet }) {
  const [values, setValues] = useState(fresh)
  const { mutate, isPending, error } = useAct('leaders.record')
  const change = (changes: Partial<typeof values>) => setValues({ ...values, ...changes })
  const { itemId, ...study } = values
  return (
    <>
      <What plan={plan} values={values} change={change} />
      <When values={values} change={change} />
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={values.title.trim() === '' || values.note.trim().length < 10}
        onClick={() =>
          mutate(
            { ...study, year, itemId: itemId || null },
            { onSuccess: () => setValues(fresh()) },
          )
        }
      >
        记下
      </Button>
    </>
  )
}

type Values = ReturnType<typeof fresh>
type FieldsProps = { values: Values; change: (changes: Partial<Values>) => void }

function What({ plan, values, change }: FieldsProps & { plan: Sheet['plan'] }) {
  const choose = (itemId: string) => {
    const item = plan.items.find((one) => one.itemId === itemId)
    change(item ? { itemId, title: item.title, way: item.way } : { itemId })
  }
  return (
    <>
      <label className={form.field}>
        哪一项
        <select value={values.itemId} onChange={({ target }) => choose(target.value)}>
          <option value="">计划外的学习</option>
          {plan.items.map((item) => (
            <option key={item.itemId} value={item.itemId}>
              {item.title}
            </option>
          ))}
        </select>
      </label>
      <label className={form.field}>
        学了什么
        <input
          value={values.title}
          maxLength={100}
          onChange={({ target }) => change({ title: target.value })}
        />
      </label>
      <label className={form.field}>
        怎么学的
        <select
          value={values.way}
          onChange={({ target }) =>
            change({ way: keysOf(leaderWays).find((way) => way === target.value) ?? 'self' })
          }
        >
          {keysOf(leaderWays).map((way) => (
            <option key={way} value={way}>
              {leaderWays[way]}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

function When({ values, change }: FieldsProps) {
  return (
    <>
      <label className={form.field}>
        哪天
        <input
          type="date"
          max={thisDay()}
          value={values.on}
          onChange={({ target }) => change({ on: target.value })}
        />
      </label>
      <label className={form.field}>
        多少分钟
        <input
          type="number"
          inputMode="numeric"
          min={10}
          max={720}
          value={values.minutes}
          onChange={({ target }) => change({ minutes: Number(target.value) })}
        />
      </label>
      <label className={form.field}>
        体会（至少 10 个字）
        <textarea
          rows={4}
          maxLength={5000}
          value={values.note}
          onChange={({ target }) => change({ note: target.value })}
        />
      </label>
    </>
  )
}
