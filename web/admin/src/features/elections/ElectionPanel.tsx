import type { EntryOf, Output } from '@zhixing/contract'
import { electionScopes, electionStates } from '@zhixing/contract/election-words.ts'
import { posts } from '@zhixing/contract/words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { BallotPanel } from '../ballots/BallotPanel.tsx'
import { ApproveForm, ConcludeForm, OpenForm, WithdrawForm } from './StepForms.tsx'
import styles from './Elections.module.css'
import { SlateForm } from './SlateForm.tsx'

export type Election = Output<EntryOf<'elections.show'>>
type Props = { unitId: string; electionId: string }

/** All of one election, and the one thing that comes next. */
export function ElectionPanel(key: Props) {
  const answer = useAnswer('elections.show', key)
  return (
    <Answered answer={answer}>
      {(election) => (
        <div className={styles.panel}>
          <p className={styles.title}>
            {election.organizationName}：选举{electionScopes[election.scope]} {election.seats} 名
          </p>
          <p>
            {electionStates[election.state]} · {election.at} 拟定
            {election.approvedOn ? ` · ${election.approvedOn} ${election.approvedBy}批复` : ''}
            {election.reason ? ` · ${election.reason}` : ''}
          </p>
          <p>
            候选人（{election.slate.length} 名，至少 {election.least} 名）：
            {election.slate.map(({ name }) => name).join('、')}
            <small>依据：{election.clause}</small>
          </p>
          {election.note ? <p>酝酿产生：{election.note}</p> : null}
          <Rounds election={election} />
          <Winners election={election} />
          <Next election={election} />
        </div>
      )}
    </Answered>
  )
}

function Rounds({ election: { rounds } }: { election: Election }) {
  const [latest] = rounds
  return (
    <>
      {rounds.toReversed().map(({ ballotId, round, state, countedOn, sentence }) =>
        state === 'open' ? null : (
          <section key={ballotId}>
            <h3>
              第 {round} 轮 <small>{countedOn}</small>
            </h3>
            <p>{state === 'void' ? '这一轮无效。' : sentence}</p>
          </section>
        ),
      )}
      {latest?.state === 'open' ? (
        <section>
          <h3>第 {latest.round} 轮正在投票</h3>
          <BallotPanel unitId={latest.unitId} ballotId={latest.ballotId} />
        </section>
      ) : null}
    </>
  )
}

function Winners({ election: { winners, holders, open } }: { election: Election }) {
  if (winners.length === 0) return null
  const post = (memberId: string) => holders.find((one) => one.memberId === memberId)?.post
  return (
    <p>
      当选：
      {winners
        .map(({ memberId, name }) => {
          const held = post(memberId)
          return held ? `${name}（${posts[held]}）` : name
        })
        .join('、')}
      {open > 0 ? `，还缺 ${String(open)} 名` : ''}
    </p>
  )
}

/** Folded away: whoever approves mostly does not change. */
function Change({ election }: { election: Election }) {
  const [isOpen, setOpen] = useState(false)
  const { organizationId } = election
  if (!isOpen)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>修改方案</Button>
      </p>
    )
  return (
    <>
      <h3>修改方案</h3>
      <SlateForm organizationId={organizationId} election={election} done={() => setOpen(false)} />
    </>
  )
}

function Next({ election }: { election: Election }) {
  const { state, mayHold, mayApprove, open, rounds } = election
  const isVoting = rounds[0]?.state === 'open'
  if (state === 'draft')
    return (
      <>
        {mayApprove ? (
          <>
            <h3>批复候选人</h3>
            <ApproveForm election={election} />
          </>
        ) : (
          <p>等上级党组织批复候选人预备人选，批复后在党员大会发票。</p>
        )}
        {mayHold ? (
          <>
            <Change election={election} />
            <WithdrawForm election={election} />
          </>
        ) : null}
      </>
    )
  if (state !== 'approved') return null
  return (
    <>
      {mayHold && open > 0 ? (
        <>
          <h3>{isVoting ? '后到的人' : '发票'}</h3>
          <OpenForm key={rounds.length} election={election} />
        </>
      ) : null}
      {open === 0 && mayApprove ? (
        <>
          <h3>登记新一届班子</h3>
          <ConcludeForm election={election} />
        </>
      ) : null}
      {open === 0 && !mayApprove ? <p>已选满，等上级党组织登记新一届班子。</p> : null}
      {mayHold && !isVoting ? <WithdrawForm election={election} /> : null}
    </>
  )
}
