import { marks } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link } from '@tanstack/react-router'
import styles from './Lectures.module.css'
import type { Leader } from './LeadersPage.tsx'

/** Occasion by occasion: what was held with this person due, and whether they came. */
export function Attended({ leader, year }: { leader: Leader; year: number }) {
  const { unitId, memberId, due, present } = leader
  const answer = useAnswer('lectures.attended', { unitId, memberId, year })
  return (
    <Answered answer={answer}>
      {({ rows }) => (
        <>
          <p className={styles.note}>
            应到 {due} 次，实到 {present} 次；委员会会议不算普通党员身份。
          </p>
          <ul className={styles.lines}>
            {rows.map(({ activityId, unitId: unit, title, startsAt, mark, note }) => (
              <li key={activityId}>
                <Link to="/activities/$unitId/$activityId" params={{ unitId: unit, activityId }}>
                  {title}
                </Link>
                <span>
                  {moment(startsAt)} {marks[mark]}
                  {note ? `（${note}）` : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  )
}
