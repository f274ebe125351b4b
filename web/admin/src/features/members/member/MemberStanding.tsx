import { excuseReasons, ledgers, posts } from '@zhixing/contract/words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { App, Button } from 'antd'
import { Section } from '../../../ui/Page.tsx'
import type { Member } from './member.ts'
import { today } from './today.ts'
import styles from './Member.module.css'

/** On which roster and in which cohorts somebody is, each with its reason. */
export function MemberStanding({ member }: { member: Member }) {
  const { roster, cohorts, posts: held, tags } = member
  return (
    <Section title="身份与群体" aside="每一项都是按资料即时算出的">
      <dl className={styles.reasons}>
        <Reason word="三张清单" because={roster.because} />
        {held.map(({ post, organizationName, from }) => (
          <Reason
            key={post + organizationName}
            word={posts[post]}
            because={`${organizationName}，${from} 起`}
          />
        ))}
        {cohorts.map(({ cohort, word, because }) => (
          <Reason key={cohort} word={word} because={because} />
        ))}
        <Hours member={member} />
        {tags.length > 0 ? <Tags member={member} /> : null}
      </dl>
      <Excuses member={member} />
    </Section>
  )
}

function Reason({ word, because }: { word: string; because: string }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{because}</dd>
    </div>
  )
}

function Hours({ member: { hours: totals } }: { member: Member }) {
  return totals.map(({ year, ledger, minutes }) => (
    <Reason
      key={`${String(year)}${ledger}`}
      word={`${String(year)} 年${ledger === 'secretary' ? ledgers.secretary : ledgers.member}`}
      because={`已记 ${hours(minutes)} 学时`}
    />
  ))
}

function Tags({ member: { unitId, memberId, tags, may } }: { member: Member }) {
  const { mutate } = useAct('members.untag')
  return (
    <div>
      <dt>标签</dt>
      <dd>
        {tags.map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
            {may.change ? (
              <button
                type="button"
                aria-label={`去掉标签${tag}`}
                onClick={() => mutate({ unitId, memberIds: [memberId], tag })}
              >
                ×
              </button>
            ) : null}
          </span>
        ))}
      </dd>
    </div>
  )
}

function Excuses({ member: { unitId, memberId, excuses, may } }: { member: Member }) {
  const { mutate } = useAct('members.endExcuse')
  const { modal } = App.useApp()
  const ask = (excuseId: string) =>
    modal.confirm({
      title: '从今天起终止免作硬性要求？',
      content: '这名党员今年余下的时间重新计入应学人数。',
      okText: '终止',
      cancelText: '取消',
      onOk: () => mutate({ unitId, memberId, excuseId, on: today(), note: '' }),
    })
  return excuses.map(({ id, reason, from, until, endedOn, approvedBy, note, isInForce }) => (
    <p key={id} className={styles.excuse}>
      {isInForce ? '免作硬性要求' : '曾免作硬性要求'}：{excuseReasons[reason]}，{from} 起
      {until ? `至 ${until}` : ''}
      {endedOn ? `，${endedOn} 终止` : ''}，{approvedBy}批准{note ? `，${note}` : ''}。
      {isInForce && may.excuse ? (
        <Button type="link" size="small" onClick={() => ask(id)}>
          终止
        </Button>
      ) : null}
    </p>
  ))
}
