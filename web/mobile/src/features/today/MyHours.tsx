import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { HoursStrip } from '@zhixing/kit/ui/HoursStrip.tsx'
import { StandingMark } from '@zhixing/kit/ui/StandingMark.tsx'
import { Link } from '@tanstack/react-router'
import rows from '../../ui/Rows.module.css'

/** My year on one strip; it opens to how it was computed. */
export function MyHours() {
  const { data } = useAnswer('requirements.mine', {})
  if (!data) return null
  const { person } = data
  return (
    <section>
      <h2 className={rows.title}>我的学时</h2>
      <Link to="/me/hours" className={rows.row}>
        <p className={rows.state}>
          <StandingMark standing={person.standing} />
          <span>
            {hours(person.doneMinutes)}
            {person.dueYearMinutes > 0 ? ` / ${hours(person.dueYearMinutes)}` : ''} 学时
          </span>
        </p>
        <HoursStrip {...person} />
        <small>点开看怎么算的 ›</small>
      </Link>
    </section>
  )
}
