import { fullDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './Topics.module.css'

/** On the page of the month: what was asked from above and is not done yet. */
export function OpenTopics() {
  const { organizationId } = useOrganization()
  const { data } = useAnswer('topics.list', { organizationId, onlyOpen: true, size: 10 })
  const open = (data?.rows ?? []).filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <Section title="上级布置的学习内容" aside="列入议程，关闭记录后自动统计">
      <ul className={styles.list}>
        {open.map(({ topicId, title, from, dueOn, tally }) => (
          <li key={topicId}>
            <span>
              {title}{' '}
              <small>
                {from}，{fullDay(dueOn)}前；已学 {tally.studied}/{tally.people} 人
              </small>
            </span>
            <LinkButton to={`/topics?open=${topicId}`}>列入议程</LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
