import { thisDay } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { ballotStates, ballotWays } from '@zhixing/contract/ballot-words.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Section } from '../../ui/Page.tsx'
import details from '../../ui/Details.module.css'
import styles from './Appraisal.module.css'
import type { Round } from './RoundPage.tsx'

/** What has been done, what is lacking, and the one thing that comes next. */
export function Steps({ round }: { round: Round }) {
  const { stage, lacks, meeting, ballot, rateUntil, talksOwed, mayHold } = round
  return (
    <Section title="办到哪一步">
      <ul className={styles.lacks}>
        <li>
          谈心谈话：{talksOwed === 0 ? '每个人都谈过了' : `还有 ${talksOwed} 人没有谈够，会前谈好`}
        </li>
        <li>自评互评：{rateUntil} 前完成，开始测评后不再改</li>
        <li>
          评议会议：
          {meeting
            ? `${meeting.title}，${moment(meeting.startsAt)}${meeting.isClosed ? '，记录已关闭' : ''}`
            : '还没有写明'}
        </li>
        <li>
          民主测评：
          {ballot ? `${ballotWays[ballot.way]}，${ballotStates[ballot.state]}` : '还没有开始'}
          {ballot?.sentence ? <small>{ballot.sentence.split('：')[0]}</small> : null}
        </li>
        {lacks.map((lack) => (
          <li key={lack} className={details.late}>
            还缺：{lack}
          </li>
        ))}
      </ul>
      {mayHold && stage === 'rating' ? <BeforeVote round={round} /> : null}
      {ballot && stage === 'voting' ? (
        <div className={styles.acts}>
          <LinkButton to={`/ballots?open=${round.unitId}:${ballot.ballotId}`}>去计票</LinkButton>
          {mayHold && ballot.state === 'void' ? <VoteButtons round={round} /> : null}
        </div>
      ) : null}
      {mayHold && stage === 'concluding' ? <Close round={round} /> : null}
    </Section>
  )
}

function BeforeVote({ round }: { round: Round }) {
  const { unitId, appraisalId, version, meeting, meetings } = round
  const join = useAct('appraisal.joinMeeting')
  const renew = useAct('appraisal.renew')
  const turn = { unitId, appraisalId, version }
  const problem = join.error ?? renew.error
  return (
    <>
      <div className={styles.acts}>
        {meetings.length === 0 ? (
          <LinkButton to="/meetings/new?kind=lifeMeeting">计划组织生活会</LinkButton>
        ) : (
          <Select
            aria-label="在哪次会议上评议"
            style={{ minWidth: '16rem' }}
            placeholder="在哪次会议上评议"
            value={meeting?.activityId ?? null}
            options={meetings.map(({ activityId, title, startsAt }) => ({
              value: activityId,
              label: `${title} ${startsAt.slice(0, 10)}`,
            }))}
            onChange={(activityId: string) => join.mutate({ ...turn, activityId })}
          />
        )}
        <Button loading={renew.isPending} onClick={() => renew.mutate(turn)}>
          按现在的名册更新
        </Button>
        <VoteButtons round={round} />
      </div>
      <p className={details.problem} role="alert">
        {problem?.message}
      </p>
    </>
  )
}

/** On the phone or on paper; the platform says itself what is still lacking. */
function VoteButtons({ round }: { round: Round }) {
  const { unitId, appraisalId, version, lacks, stage } = round
  const isLacking = stage === 'rating' && lacks.length > 0
  const { mutate, isPending, error } = useAct('appraisal.vote')
  const turn = { unitId, appraisalId, version, until: thisDay() }
  return (
    <>
      <Button
        type="primary"
        disabled={isLacking}
        loading={isPending}
        onClick={() => mutate({ ...turn, way: 'electronic' })}
      >
        开始手机无记名测评
      </Button>
      <Button
        disabled={isLacking}
        loading={isPending}
        onClick={() => mutate({ ...turn, way: 'paper' })}
      >
        用纸质选票测评
      </Button>
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}

function Close({ round: { unitId, appraisalId, version, lacks, people } }: { round: Round }) {
  const [isSure, setIsSure] = useState(false)
  const { mutate, isPending, error } = useAct('appraisal.close')
  const told = people.filter(({ role }) => role !== 'excused').length
  return (
    <>
      <div className={styles.acts}>
        {isSure ? (
          <Button
            type="primary"
            loading={isPending}
            onClick={() => mutate({ unitId, appraisalId, version })}
          >
            把各人的结果告诉 {told} 人，不能再改
          </Button>
        ) : (
          <Button type="primary" disabled={lacks.length > 0} onClick={() => setIsSure(true)}>
            办结并反馈
          </Button>
        )}
      </div>
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
