import { leaderWays } from '@zhixing/contract/leader-words.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import form from '../../ui/Form.module.css'
import rows from '../../ui/Rows.module.css'
import type { Sheet } from './LeadersPage.tsx'

type Item = {
  itemId: string
  title: string
  way: keyof typeof leaderWays
  minutes: number | null
  dueOn: string
}

/** A goal and a few things to study; each with a day, and with hours where it is a matter of hours. */
export function PlanForm({ sheet: { plan, year } }: { sheet: Sheet }) {
  const [goal, setGoal] = useState(plan.goal)
  const [items, setItems] = useState<Item[]>(
    plan.items.map(({ itemId, title, way, minutes, dueOn }) => ({
      itemId,
      title,
      way,
      minutes,
      dueOn,
    })),
  )
  const { mutate, isPending, error } = useAct('leaders.savePlan')
  const change = (itemId: string, changes: Partial<Item>) =>
    setItems(items.map((item) => (item.itemId === itemId ? { ...item, ...changes } : item)))
  const add = () =>
    setItems([
      ...items,
      { itemId: newId(), title: '', way: 'self', minutes: null, dueOn: `${year}-12-31` },
    ])
  const save = (submit: boolean) => mutate({ year, version: plan.version, goal, items, submit })
  const isWhole = items.every(({ title, dueOn }) => title.trim() !== '' && dueOn !== '')
  return (
    <>
      <label className={form.field}>
        今年学习的重点
        <textarea rows={3} value={goal} onChange={({ target }) => setGoal(target.value)} />
      </label>
      {items.map((item) => (
        <ItemFields
          key={item.itemId}
          item={item}
          change={(changes) => change(item.itemId, changes)}
          remove={() => setItems(items.filter(({ itemId }) => itemId !== item.itemId))}
        />
      ))}
      <button type="button" className={form.more} onClick={add}>
        加一项
      </button>
      <p className={form.problem} role="alert">
        {error?.message}
      </p>
      <div className={form.acts}>
        <Button loading={isPending} disabled={!isWhole} onClick={() => save(false)}>
          先保存
        </Button>
        <Button
          color="primary"
          loading={isPending}
          disabled={!isWhole || items.length === 0}
          onClick={() => save(true)}
        >
          {plan.state === 'submitted' ? '保存并报送调整' : '报送'}
        </Button>
      </div>
    </>
  )
}

type FieldsProps = { item: Item; change: (changes: Partial<Item>) => void; remove: () => void }

function ItemFields({ item, change, remove }: FieldsProps) {
  return (
    <fieldset className={rows.row}>
      <label className={form.field}>
        学什么
        <input
          value={item.title}
          maxLength={100}
          onChange={({ target }) => change({ title: target.value })}
        />
      </label>
      <label className={form.field}>
        怎么学
        <select
          value={item.way}
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
      <label className={form.field}>
        学满多少小时（不填即学过一次就算）
        <input
          type="number"
          inputMode="numeric"
          min={1}
          value={item.minutes === null ? '' : item.minutes / 60}
          onChange={({ target }) =>
            change({ minutes: target.value === '' ? null : Math.round(Number(target.value) * 60) })
          }
        />
      </label>
      <label className={form.field}>
        期限
        <input
          type="date"
          value={item.dueOn}
          onChange={({ target }) => change({ dueOn: target.value })}
        />
      </label>
      <button type="button" className={form.quiet} onClick={remove}>
        去掉这一项
      </button>
    </fieldset>
  )
}
