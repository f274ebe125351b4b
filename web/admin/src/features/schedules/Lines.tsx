import { Section } from '../../ui/Page.tsx'
import { ProposedLine } from './ProposedLine.tsx'
import type { Proposal } from './SchedulePage.tsx'
import styles from './Schedules.module.css'
import { monthOf, monthSaid, type Moved } from './span.ts'

export type Hands = {
  leftOut: ReadonlySet<string>
  choose: (key: string, isIn: boolean) => void
  move: (key: string, to: Omit<Moved, 'key'> | undefined) => void
}

/** What one branch still has to hold, month by month. */
export function Lines({ rows, hands }: { rows: Proposal['rows']; hands: Hands }) {
  const months = Map.groupBy(rows, ({ startsAt }) => monthOf(startsAt))
  return [...months].map(([month, some]) => (
    <Section key={month} title={monthSaid(month)} aside={`${some.length} 项`}>
      <ul className={styles.lines}>
        {some.map((row) => (
          <ProposedLine
            key={row.key}
            row={row}
            isChosen={!hands.leftOut.has(row.key)}
            choose={(isIn) => hands.choose(row.key, isIn)}
            move={(to) => hands.move(row.key, to)}
          />
        ))}
      </ul>
    </Section>
  ))
}
