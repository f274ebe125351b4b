import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Link } from '@tanstack/react-router'
import rows from '../../ui/Rows.module.css'
import { stateOf, type Invitation } from './state.ts'

export function ActivityLine({ activity }: { activity: Invitation }) {
  const { unitId, activityId, title, startsAt, place, minutes } = activity
  const { word, shape } = stateOf(activity)
  const day = dayOf(startsAt)
  return (
    <li>
      <Link
        to="/activities/$unitId/$activityId"
        params={{ unitId, activityId }}
        className={rows.row}
      >
        <h3>{title}</h3>
        <p>
          {monthDay(day)} {weekday(day)} {timeOf(startsAt)} · {place || '线上'}
        </p>
        <p className={rows.state}>
          <span>
            <Shape name={shape} />
            {word}
          </span>
          {minutes > 0 ? <small>{hours(minutes)} 学时</small> : null}
        </p>
      </Link>
    </li>
  )
}
