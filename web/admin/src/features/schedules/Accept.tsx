import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { newId } from '@zhixing/kit/new-id.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Proposal, Span } from './SchedulePage.tsx'
import styles from './Schedules.module.css'

type Props = { span: Span; rows: Proposal['rows']; leftOut: number; clear: () => void }

/** All that is chosen, at once. Each line keeps its id while the page is open: pressed twice, planned once. */
export function Accept({ span, rows, leftOut, clear }: Props) {
  const ids = useRef(new Map<string, string>())
  const [planned, setPlanned] = useState(0)
  const { mutate, isPending, error } = useAct('schedules.accept')
  const idOf = (key: string) => {
    const id = ids.current.get(key) ?? newId()
    ids.current.set(key, id)
    return id
  }
  const accept = () =>
    mutate(
      {
        ...span,
        lines: rows.map(({ key, startsAt, place }) => ({
          key,
          activityId: idOf(key),
          on: dayOf(startsAt),
          at: timeOf(startsAt),
          place,
        })),
      },
      {
        onSuccess: (value) => {
          setPlanned(value.planned)
          clear()
        },
      },
    )
  const isClashing = rows.some(({ clash }) => clash !== '')
  return (
    <div className={styles.accept}>
      {rows.length > 0 ? (
        <Button type="primary" loading={isPending} disabled={isClashing} onClick={accept}>
          {leftOut > 0 ? '采用所选' : '全部采用'}（{rows.length} 项）
        </Button>
      ) : null}
      <p role="status">{planned > 0 ? `已计划 ${planned} 项，通知在各活动里发。` : ''}</p>
      <p role="alert">{error?.message}</p>
    </div>
  )
}
