import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { Link } from '@tanstack/react-router'
import rows from '../../ui/Rows.module.css'

/** For those who keep records: what is open at their branch, and a new one. */
export function Keeping() {
  const me = useAnswer('accounts.me', {})
  const mayOrganize = me.data?.grants.includes('activities.organize') ?? false
  const organizationId = me.data?.appointments[0]?.organizationId ?? ''
  const answer = useAnswer(
    'meetings.list',
    { organizationId, states: ['begun', 'called', 'planned'], size: 20 },
    { enabled: mayOrganize && organizationId !== '' },
  )
  if (!mayOrganize) return null
  return (
    <section>
      <h2 className={rows.title}>由我组织</h2>
      <ul>
        {(answer.data?.rows ?? []).map(({ unitId, activityId, title, startsAt, state }) => (
          <li key={activityId}>
            <Link
              to="/roll/$unitId/$activityId"
              params={{ unitId, activityId }}
              className={rows.row}
            >
              <h3>{title}</h3>
              <p>
                {monthDay(dayOf(startsAt))} {timeOf(startsAt)} ·{' '}
                {state === 'begun' ? '点名、记录' : '还没有开始'}
              </p>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/activities/new" className={rows.row}>
            <h3>现在开一次会 ›</h3>
            <p>人已到齐，马上点名</p>
          </Link>
        </li>
      </ul>
    </section>
  )
}
