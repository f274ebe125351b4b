import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { Link } from '@tanstack/react-router'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Meetings.module.css'
import { PeriodMark } from './PeriodMark.tsx'

type Item = Output<EntryOf<'meetings.month'>>['owed'][number]

type Props = {
  owed: Item[]
  address: (kind: string, groupId: string | null) => string
  canPlan: boolean
}

/** Each thing owed with its reason and the button that does it. */
export function Owed({ owed, address, canPlan }: Props) {
  return (
    <ul className={styles.owed}>
      {owed.map((item) => (
        <li key={`${item.kind}${item.groupId ?? ''}`}>
          <PeriodMark state={item.cell.state} />
          <b>
            {item.kindName}
            {item.groupName ? ` · ${item.groupName}` : ''}
          </b>
          <span>
            {item.cell.label}应开 {item.cell.needed} 次，已开 {item.cell.held} 次
            {item.cell.planned > 0 ? `，已安排 ${item.cell.planned} 次` : ''}。
            <small>{item.clause}</small>
          </span>
          <Next item={item} address={address} canPlan={canPlan} />
        </li>
      ))}
    </ul>
  )
}

function Next({ item, address, canPlan }: Omit<Props, 'owed'> & { item: Item }) {
  const next = item.cell.meetings.find(({ state }) => state !== 'closed')
  if (next)
    return (
      <Link
        to="/activities/$unitId/$activityId"
        params={{ unitId: next.unitId, activityId: next.activityId }}
      >
        {monthDay(dayOf(next.startsAt))} {timeOf(next.startsAt)} ›
      </Link>
    )
  if (!item.suggestedAt || !canPlan) return <span />
  const day = dayOf(item.suggestedAt)
  return (
    <LinkButton to={address(item.kind, item.groupId)}>
      计划（建议 {monthDay(day)} {weekday(day)}）
    </LinkButton>
  )
}
