import { addDays } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button, InputNumber } from 'antd'
import { useState } from 'react'
import { keyOf, type ClassState } from './class.ts'
import styles from './Classes.module.css'

/** Where others kept the roll: the same hours for every day of the class. */
export function Credit({ state }: { state: ClassState }) {
  const { message } = App.useApp()
  const { mutate, isPending, error } = useAct('classes.credit')
  const [length, setLength] = useState(6)
  const days = daysOf(state)
  return (
    <>
      <div className={styles.actions}>
        <span>每天上课</span>
        <InputNumber
          aria-label="每天上课几小时"
          min={0.5}
          max={12}
          value={length}
          onChange={(value) => setLength(value ?? 6)}
        />
        <span>小时，共 {days.length} 天</span>
        <Button
          loading={isPending}
          onClick={() =>
            mutate(
              {
                ...keyOf(state),
                days: days.map((day) => ({ day, minutes: Math.round(length * 60) })),
              },
              {
                onSuccess: ({ people, postedMinutes }) =>
                  void message.success(`给 ${people} 名党员共记 ${postedMinutes / 60} 学时`),
              },
            )
          }
        >
          记学时
        </Button>
      </div>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}

function daysOf({ from, until }: ClassState): string[] {
  const days: string[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}
