import type { EntryOf, Output } from '@zhixing/contract'
import { momentAt, thisDay, timeOf } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import styles from './Resources.module.css'

type Resource = Output<EntryOf<'resources.show'>>
type Props = { resource: Resource; organizationId: string }

const first = { itemId: '', from: '09:00', until: '11:00', title: '', persons: '20' }

/** Which item, when, what for, how many; what is still free that day stands below the day. */
export function OrderForm({ resource, organizationId }: Props) {
  const { unitId, resourceId, menu } = resource
  const navigate = useNavigate()
  const [bookingId] = useState(newId)
  const [words, setWords] = useState({ ...first, day: addDays(thisDay(), 3) })
  const { mutate, isPending, error } = useAct('resources.order')
  const set = (name: keyof typeof words) => ({
    value: words[name],
    onChange: ({ target }: { target: { value: string } }) =>
      setWords((now) => ({ ...now, [name]: target.value })),
  })
  const send = () =>
    mutate(
      {
        unitId,
        resourceId,
        bookingId,
        organizationId,
        itemId: words.itemId || null,
        title: words.title,
        persons: Number(words.persons),
        span: {
          from: momentAt(words.day, words.from),
          until: momentAt(words.day, words.until),
        },
      },
      { onSuccess: () => void navigate({ to: '/resources/orders' }) },
    )
  const items = menu.filter(({ isOffered }) => isOffered)
  return (
    <div className={styles.form}>
      <Which items={items} field={set('itemId')} />
      <When set={set} unitId={unitId} resourceId={resourceId} day={words.day} />
      <label>
        用来做什么
        <input maxLength={200} placeholder="主题党日" {...set('title')} />
      </label>
      <label>
        多少人
        <input type="number" min={1} inputMode="numeric" {...set('persons')} />
      </label>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={words.title.trim().length < 2 || !(Number(words.persons) >= 1) || !words.day}
        onClick={send}
      >
        下单
      </Button>
    </div>
  )
}

type Words = typeof first & { day: string }
type Field = { value: string; onChange: (event: { target: { value: string } }) => void }
type WhenProps = {
  set: (name: keyof Words) => Field
  unitId: string
  resourceId: string
  day: string
}

function Which({ items, field }: { items: Resource['menu']; field: Field }) {
  if (items.length === 0) return null
  return (
    <label>
      点哪一项
      <select {...field}>
        <option value="">不点菜单，只用地方或请人</option>
        {items.map(({ itemId, title }) => (
          <option key={itemId} value={itemId}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

function When({ set, unitId, resourceId, day }: WhenProps) {
  return (
    <>
      <label>
        哪天
        <input type="date" min={thisDay()} {...set('day')} />
      </label>
      <Free unitId={unitId} resourceId={resourceId} day={day} />
      <div className={styles.pair}>
        <label>
          从
          <input type="time" {...set('from')} />
        </label>
        <label>
          到
          <input type="time" {...set('until')} />
        </label>
      </div>
    </>
  )
}

function Free({ day, ...key }: { unitId: string; resourceId: string; day: string }) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day)
  const asked = { ...key, from: day, until: day }
  const { data } = useAnswer('resources.freeTimes', asked, { enabled: isDay })
  if (!data) return null
  if (data.spans.length === 0) return <small>这一天没有空闲时间</small>
  const spans = data.spans.map(({ from, until }) => `${timeOf(from)}—${timeOf(until)}`)
  return <small>空闲：{spans.join('、')}</small>
}
