import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import styles from './Leaders.module.css'

/** Who from above looks after this branch, and what is still to be expected of them this year. */
export function OfBranch({ year }: { year: number }) {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('leaders.ofBranch', { organizationId, year })
  if (!data || data.rows.length === 0) return null
  const { due, rows } = data
  return (
    <Section
      title="联系本支部的领导"
      aside="请他们来参加组织生活、讲党课，记录里加为列席或写明授课人"
    >
      <ul className={styles.items}>
        {rows.map(({ memberId, name, posts, visits, lessons }) => (
          <li key={memberId}>
            <b>
              {name}（{posts}）
            </b>
            <span>
              今年来过 {visits}/{due.visits} 次，讲课 {lessons}/{due.lessons} 次
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
