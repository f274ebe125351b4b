import { posts } from '@zhixing/contract/words.ts'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { daySaid } from '../../format/day-said.ts'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { EndingPost } from './EndingPost.tsx'
import styles from './Organizations.module.css'
import { TermStrip } from './TermStrip.tsx'
import type { Holder, Shown } from './types.ts'

const order = Object.keys(posts)

/** Who leads, since when and until when. */
export function Committee({ shown }: { shown: Shown }) {
  const change = useSearchChange()
  const [ending, setEnding] = useState<Holder>()
  const { holders, term, can, organization } = shown
  const seated = holders.toSorted(
    (one, other) => order.indexOf(one.post) - order.indexOf(other.post),
  )
  const acts = can.change ? (
    <Space>
      <Button size="small" onClick={() => change({ act: 'elect' })}>
        登记换届
      </Button>
      <Button size="small" onClick={() => change({ act: 'appoint' })}>
        登记任职
      </Button>
      {term ? (
        <Button size="small" onClick={() => change({ act: 'extend' })}>
          延期换届
        </Button>
      ) : null}
    </Space>
  ) : null
  return (
    <Section title="班子与任期" aside={acts}>
      {term ? <TermStrip term={term} /> : null}
      <Responsible shown={shown} />
      {seated.length === 0 ? (
        <p className={styles.faint}>
          还没有登记班子成员。书记是党员教育管理的第一责任人，先登记书记。
        </p>
      ) : (
        <ul className={styles.holders}>
          {seated.map((holder) => (
            <li key={holder.id}>
              <b>{holder.memberName}</b>
              <span>{posts[holder.post]}</span>
              <span className={styles.faint}>{daySaid(holder.from)}起</span>
              {can.change ? (
                <Button size="small" type="link" onClick={() => setEnding(holder)}>
                  登记离任
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {ending ? (
        <EndingPost
          holder={ending}
          organizationId={organization.id}
          close={() => setEnding(undefined)}
        />
      ) : null}
    </Section>
  )
}

/** The named person, and what they answer for. */
function Responsible({ shown: { responsible } }: { shown: Shown }) {
  if (!responsible) return null
  return (
    <p className={styles.duties}>
      <b>第一责任人{responsible.memberName}：</b>
      {responsible.duties.join('；')}。<small>{responsible.clause}</small>
    </p>
  )
}
