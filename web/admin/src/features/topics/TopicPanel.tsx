import type { EntryOf, Output } from '@zhixing/contract'
import { topicWays } from '@zhixing/contract/life-words.ts'
import { fullDay } from '@zhixing/kit/format/day.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { AskReason } from '../activities/record/AskReason.tsx'
import { TakeTopic } from './TakeTopic.tsx'
import { TopicPeople } from './TopicPeople.tsx'
import styles from './Topics.module.css'

type Topic = Output<EntryOf<'topics.show'>>
type Place = { organizationId: string; name: string }

/** One topic, level by level: a press on an organization opens what is below it, down to the names. */
export function TopicPanel({ topicId }: { topicId: string }) {
  const { organizationId: home } = useOrganization()
  const [trail, setTrail] = useState<Place[]>([])
  const organizationId = trail.at(-1)?.organizationId ?? home
  const answer = useAnswer('topics.show', { topicId, organizationId })
  return (
    <Answered answer={answer}>
      {(topic) => (
        <>
          <Words topic={topic} />
          <Trail trail={trail} setTrail={setTrail} />
          <Progress topic={topic} />
          <Remind topic={topic} organizationId={organizationId} />
          {topic.isBranch ? (
            <TakeTopic topicId={topicId} organizationId={organizationId} />
          ) : (
            <ul className={styles.list}>
              {topic.rows.map(({ organizationId: id, name, studied, people, done, branches }) => (
                <li key={id}>
                  <Button
                    type="link"
                    onClick={() => setTrail([...trail, { organizationId: id, name }])}
                  >
                    {name}
                  </Button>
                  <span>
                    {studied}/{people} 人{branches > 1 ? `，${done}/${branches} 个支部学完` : ''}
                  </span>
                </li>
              ))}
            </ul>
          )}
          <TopicPeople topicId={topicId} organizationId={organizationId} />
        </>
      )}
    </Answered>
  )
}

function Words({ topic: { body, links, files, dueOn, hold, from, withdrawn } }: { topic: Topic }) {
  return (
    <>
      <p>
        {from}布置，{fullDay(dueOn)}前学完
        {hold ? `，统一在${fullDay(hold.on)}开展` : ''}
        {withdrawn ? `；已撤回：${withdrawn.reason}` : ''}。
      </p>
      <p className={styles.body}>{body}</p>
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link}>
            <a href={link} rel="noreferrer" target="_blank">
              {link}
            </a>
          </li>
        ))}
        {files.map((file) => (
          <li key={file.fileId}>
            <a href={fileAddress(file)}>{file.name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Trail({ trail, setTrail }: { trail: Place[]; setTrail: (trail: Place[]) => void }) {
  if (trail.length === 0) return null
  return (
    <nav aria-label="所在位置" className={styles.trail}>
      <Button size="small" type="link" onClick={() => setTrail(trail.slice(0, -1))}>
        ‹ 上一级
      </Button>
      {trail.map(({ name }) => name).join(' › ')}
    </nav>
  )
}

function Progress({ topic: { tally, organizationName, isBranch } }: { topic: Topic }) {
  const { studied, people, begun, branches, done, ways } = tally
  const each = keysOf(topicWays).filter((way) => ways[way] > 0)
  return (
    <p>
      <b>
        {organizationName}应学 {people} 人，已学 {studied} 人
        {isBranch ? '' : `；${branches} 个支部中 ${begun} 个已开始，${done} 个学完`}。
      </b>
      {each.length > 0 ? (
        <small>（{each.map((way) => `${topicWays[way]} ${ways[way]} 人`).join('，')}）</small>
      ) : null}
    </p>
  )
}

function Remind({ topic, organizationId }: { topic: Topic; organizationId: string }) {
  const [asking, setAsking] = useState(false)
  const remind = useAct('topics.remind')
  const withdraw = useAct('topics.withdraw')
  const { topicId, canPush, withdrawn, tally, title } = topic
  if (!canPush || withdrawn) return null
  return (
    <div className={styles.actions}>
      <Button
        type="primary"
        loading={remind.isPending}
        disabled={tally.studied >= tally.people}
        onClick={() => remind.mutate({ topicId, organizationId })}
      >
        提醒没有学的 {tally.people - tally.studied} 人
      </Button>
      <Button onClick={() => setAsking(true)}>撤回</Button>
      <span role="status">
        {remind.data
          ? `已提醒 ${remind.data.people} 名党员、${remind.data.secretaries} 名书记，今天提醒过的 ${remind.data.already} 人不再打扰`
          : ''}
        {remind.error?.message}
      </span>
      {asking ? (
        <AskReason
          question={`撤回“${title}”？`}
          verb="撤回"
          label="为什么撤回"
          pending={withdraw.isPending}
          problem={withdraw.error?.message}
          confirm={(reason) =>
            withdraw.mutate({ topicId, reason }, { onSuccess: () => setAsking(false) })
          }
          close={() => setAsking(false)}
        >
          撤回后不再要求学习，已经学过的记录保留。
        </AskReason>
      ) : null}
    </div>
  )
}
