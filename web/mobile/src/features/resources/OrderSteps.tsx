import type { ResourceBooking } from '@zhixing/contract'
import { useAct } from '@zhixing/kit/use-answer.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import styles from './Resources.module.css'

type Props = { order: ResourceBooking }

/** Confirm, check in, rate; and, quietly, give it back. */
export function OrderSteps({ order }: Props) {
  const { may } = order
  return (
    <>
      {may.includes('confirm') ? <Confirm order={order} /> : null}
      {may.includes('checkIn') ? <CheckIn order={order} /> : null}
      {may.includes('rate') ? <RateForm order={order} /> : null}
      {may.includes('withdraw') ? <Withdraw order={order} /> : null}
    </>
  )
}

function keyOf({ unitId, bookingId, version }: ResourceBooking) {
  return { unitId, bookingId, version }
}

function Confirm({ order }: Props) {
  const [persons, setPersons] = useState(String(order.persons))
  const { mutate, isPending, error } = useAct('resources.confirm')
  return (
    <div className={styles.form}>
      <label>
        最后多少人
        <input
          type="number"
          min={1}
          value={persons}
          onChange={({ target }) => setPersons(target.value)}
        />
      </label>
      <Button
        block
        color="primary"
        loading={isPending}
        disabled={!(Number(persons) >= 1)}
        onClick={() => mutate({ ...keyOf(order), persons: Number(persons) })}
      >
        确认前往
      </Button>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}

function CheckIn({ order }: Props) {
  const { mutate, isPending, error } = useAct('resources.checkIn')
  return (
    <>
      <Button block color="primary" loading={isPending} onClick={() => mutate(keyOf(order))}>
        我们到了，签到
      </Button>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}

function RateForm({ order }: Props) {
  const [score, setScore] = useState('5')
  const [comment, setComment] = useState('')
  const { mutate, isPending, error } = useAct('resources.rate')
  return (
    <div className={styles.form}>
      <label>
        打几分
        <select value={score} onChange={({ target }) => setScore(target.value)}>
          {['5', '4', '3', '2', '1'].map((one) => (
            <option key={one} value={one}>
              {one} 分
            </option>
          ))}
        </select>
      </label>
      <label>
        评语
        <textarea
          rows={2}
          maxLength={500}
          value={comment}
          onChange={({ target }) => setComment(target.value)}
        />
      </label>
      <Button
        block
        color="primary"
        loading={isPending}
        onClick={() => mutate({ ...keyOf(order), score: Number(score), comment })}
      >
        评价
      </Button>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </div>
  )
}

function Withdraw({ order }: Props) {
  const { mutate, isPending, error } = useAct('resources.withdraw')
  return (
    <p>
      <button
        type="button"
        className={styles.open}
        disabled={isPending}
        onClick={() => mutate(keyOf(order))}
      >
        不去了，撤回
      </button>
      <span role="alert">{error?.message}</span>
    </p>
  )
}
