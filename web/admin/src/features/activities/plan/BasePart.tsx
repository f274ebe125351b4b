import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import recordStyles from '../record/Record.module.css'
import { keyOf, type Activity } from '../state.ts'

/** Studying on the spot: at which of the places that were ordered for that time it is held. */
export function BasePart({ activity }: { activity: Activity }) {
  const key = keyOf(activity)
  const { data } = useAnswer('activities.bases', key)
  const { mutate, isPending, error } = useAct('activities.holdAt')
  const [chosen, setChosen] = useState<string>()
  if (!data || (data.rows.length === 0 && !data.held)) return null
  const { held, rows } = data
  const order = rows.find(({ bookingId }) => bookingId === chosen)
  const mayChange = activity.can.organize && !activity.closure && !activity.cancelled
  return (
    <section aria-label="现场学习">
      {held ? (
        <p>
          在预订的
          <LineLink to={`/resources?open=${held.unitId}:${held.resourceId}`}>{held.name}</LineLink>
          开展，预订时间 {moment(held.from)}—{moment(held.until)}。
        </p>
      ) : (
        <p>这个时间本组织预订了基地或场所，可以把活动放到那里。</p>
      )}
      {mayChange ? (
        <div className={recordStyles.actions}>
          {held ? (
            <Button loading={isPending} onClick={() => mutate({ ...key, order: null })}>
              不在那里开展
            </Button>
          ) : (
            <>
              <Select
                aria-label="在哪里开展"
                style={{ minWidth: '14rem' }}
                placeholder="选一个预订"
                value={chosen ?? null}
                options={rows.map(({ bookingId, name, from, until }) => ({
                  value: bookingId,
                  label: `${name}（${moment(from)}—${moment(until)}）`,
                }))}
                onChange={(id: string) => setChosen(id)}
              />
              <Button
                disabled={!order}
                loading={isPending}
                onClick={() =>
                  order &&
                  mutate({ ...key, order: { unitId: order.unitId, bookingId: order.bookingId } })
                }
              >
                在这里开展
              </Button>
            </>
          )}
        </div>
      ) : null}
      <p className={recordStyles.problem} role="alert">
        {error?.message}
      </p>
    </section>
  )
}
