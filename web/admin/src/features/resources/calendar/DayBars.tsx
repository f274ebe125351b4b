import type { EntryOf, Output } from '@zhixing/contract'
import { bookingStates } from '@zhixing/contract/resource-words.ts'
import { momentAt, timeOf } from '@zhixing/kit/format/clock.ts'
import { Wide } from '../../../ui/Wide.tsx'
import styles from './Calendar.module.css'

type Shown = Output<EntryOf<'resources.calendar'>>
type Booking = Shown['bookings'][number]

const [firstHour, lastHour] = [6, 24]
const hours = [6, 9, 12, 15, 18, 21]

/** Each resource a line from six till midnight; what is taken is a bar that says who has it. */
export function DayBars({ shown, day }: { shown: Shown; day: string }) {
  return (
    <Wide label={`${day} 每项资源的使用时间`}>
      <table className={styles.bars}>
        <caption>{day} 每项资源的使用时间</caption>
        <thead>
          <tr>
            <th scope="col">资源</th>
            <th scope="col">
              <span className={styles.scale}>
                {hours.map((hour) => (
                  <i key={hour} style={{ left: `${percentOf(hour)}%` }}>
                    {hour}:00
                  </i>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.rows.map(({ resourceId, name }) => (
            <tr key={resourceId}>
              <th scope="row">{name}</th>
              <td>
                {shown.bookings
                  .filter((one) => one.resourceId === resourceId)
                  .map((one) => (
                    <Bar key={one.bookingId} booking={one} day={day} />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Bar({ booking, day }: { booking: Booking; day: string }) {
  const { from, until, state, forName, title, reason } = booking
  const midnight = Date.parse(momentAt(day, '00:00'))
  const [left, right] = [from, until].map((moment) =>
    percentOf((Date.parse(moment) - midnight) / 3_600_000),
  )
  const words = state === 'blocked' ? reason : `${forName} ${title}`
  return (
    <span
      className={state === 'blocked' ? styles.blocked : styles.taken}
      style={{ left: `${left ?? 0}%`, width: `${(right ?? 0) - (left ?? 0)}%` }}
      title={`${timeOf(from)}—${timeOf(until)} ${words}（${bookingStates[state]}）`}
    >
      {timeOf(from)} {words}
    </span>
  )
}

function percentOf(hour: number): number {
  const within = Math.min(lastHour, Math.max(firstHour, hour))
  return (100 * (within - firstHour)) / (lastHour - firstHour)
}
