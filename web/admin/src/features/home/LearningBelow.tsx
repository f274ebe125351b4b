import { useOrganization } from '../../app/organization.ts'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Section } from '../../ui/Page.tsx'
import { GroupStrip } from '../requirements/GroupStrip.tsx'
import type { Home } from './home.ts'
import styles from './LearningBelow.module.css'

const shown = 8

/** The organizations below, those with the most people behind first. */
export function LearningBelow({ learning }: { learning: Home['learning'] }) {
  const { choose } = useOrganization()
  const { below, people, counts } = learning
  if (below.length === 0) return null
  const lateOf = ({ counts: c }: (typeof below)[number]) => c.atRisk + c.behind
  const worst = below.toSorted((one, other) => lateOf(other) - lateOf(one)).slice(0, shown)
  const title = `学习：${people.toLocaleString('zh-CN')} 人应学，${counts.met.toLocaleString('zh-CN')} 人已达标`
  return (
    <Section
      title={title}
      aside={<Link to="/requirements/organizations">看全部 {below.length} 个下级组织</Link>}
    >
      <ul>
        {worst.map((one) => (
          <li key={one.organizationId} className={styles.line}>
            <Button
              type="link"
              className={styles.name ?? ''}
              onClick={() => choose(one.organizationId)}
            >
              {one.name}
            </Button>
            <GroupStrip {...one} />
            <span>
              {lateOf(one) > 0
                ? `落后 ${lateOf(one)} / ${one.people} 人`
                : `${one.people} 人都跟上`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
