import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Link } from '@tanstack/react-router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Section } from '../../ui/Page.tsx'
import details from '../../ui/Details.module.css'
import styles from './Meetings.module.css'

type Month = Output<EntryOf<'meetings.month'>>
type Occasion = Month['occasions'][number]

/** The days of the month that are commemorated; one press plans a theme day on one of them. */
export function Occasions({ month, canPlan }: { month: Month; canPlan: boolean }) {
  if (month.occasions.length === 0) return null
  return (
    <Section title="重要节点" aside="结合节点开展现场教学或主题党日">
      <ul className={styles.owed}>
        {month.occasions.map((occasion) => (
          <li key={occasion.key}>
            <span className={details.mark}>
              <Shape name={occasion.planned ? 'check' : 'ring'} />
              {occasion.planned ? '已安排' : '可安排'}
            </span>
            <b>
              {occasion.name} · {monthDay(occasion.day)} {weekday(occasion.day)}
            </b>
            <span>
              {occasion.idea}。<small>{occasion.source}</small>
            </span>
            <Next occasion={occasion} month={month.month} canPlan={canPlan} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Props = { occasion: Occasion; month: string; canPlan: boolean }

function Next({ occasion: { key, name, planned }, month, canPlan }: Props) {
  if (planned) {
    const { unitId, activityId, title } = planned
    return (
      <Link to="/activities/$unitId/$activityId" params={{ unitId, activityId }}>
        {title} ›
      </Link>
    )
  }
  if (!canPlan) return <span />
  return (
    <LinkButton to={`/meetings/new?kind=themeDay&month=${month}&occasion=${key}`}>
      按{name}计划
    </LinkButton>
  )
}
