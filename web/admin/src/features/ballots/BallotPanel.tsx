import type { EntryOf, Output } from '@zhixing/contract'
import { ballotMarks, ballotStates, ballotWays } from '@zhixing/contract/ballot-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { PlainTable } from '../../ui/list/PlainTable.tsx'
import { AbandonForm } from './AbandonForm.tsx'
import styles from './Ballots.module.css'
import { CountForm } from './CountForm.tsx'

export type Ballot = Output<EntryOf<'ballots.show'>>
type Props = { unitId: string; ballotId: string }

const everySeconds = 5000

/** A ballot wherever something is decided by one: who may vote, how far it is, the count, the result. */
export function BallotPanel({ unitId, ballotId }: Props) {
  const answer = useAnswer(
    'ballots.show',
    { unitId, ballotId },
    { every: (ballot) => (ballot?.state === 'open' ? everySeconds : false) },
  )
  return (
    <Answered answer={answer}>
      {(ballot) => (
        <div className={styles.panel}>
          <p className={styles.title}>{ballot.title}</p>
          <p>
            {ballot.organizationName} · {ballot.kindName} · {ballotWays[ballot.way]}
            {ballot.round > 1 ? ` · 第 ${String(ballot.round)} 轮` : ''} ·{' '}
            {ballotStates[ballot.state]}
          </p>
          <Turnout ballot={ballot} />
          {ballot.result ? <Result ballot={ballot} /> : null}
          {ballot.state === 'open' ? <Going ballot={ballot} /> : null}
          <Voters ballot={ballot} />
        </div>
      )}
    </Answered>
  )
}

function Turnout({ ballot: { electorate, slip } }: { ballot: Ballot }) {
  const { entitled, present, needed, toPass, clauses } = electorate
  const word = slip.most ? '当选' : '通过'
  return (
    <p>
      应到会有表决权的 <b>{entitled}</b> 人，实到 <b>{present}</b> 人，至少 {needed} 人到会才能投票
      {toPass === null ? '' : `；赞成 ${String(toPass)} 票${word}`}。
      <small>依据：{clauses.join('；')}</small>
    </p>
  )
}

function Going({ ballot }: { ballot: Ballot }) {
  const { unitId, ballotId, way, issued, returned, mayHold, until } = ballot
  return (
    <>
      {way === 'electronic' ? (
        <p role="status">
          已领票 {issued} 人，已收回 {returned} 张；{until} 当日截止。计票以前谁也看不到票数。
        </p>
      ) : (
        <p>
          <Button href={`/api/ballots/${unitId}/${ballotId}/slips`}>下载选票</Button>{' '}
          打印后发给到会有表决权的人，收回后由监票人、计票人计票。
        </p>
      )}
      {mayHold ? (
        <>
          <h3>计票</h3>
          <CountForm key={ballot.voters.length} ballot={ballot} />
          <h3>宣布无效</h3>
          <AbandonForm unitId={unitId} ballotId={ballotId} />
        </>
      ) : null}
    </>
  )
}

function Result({ ballot: { result, slip } }: { ballot: Ballot }) {
  if (!result) return null
  const { lines, sentence, tellers } = result
  return (
    <>
      <h3>结果</h3>
      <p className={styles.sentence}>{sentence}</p>
      {lines.length > 1 ? (
        <PlainTable
          columns={['', ...slip.marks.map((mark) => ballotMarks[mark]), '结果']}
          rows={lines.map(({ text, counts, words }) => [
            text,
            ...slip.marks.map((mark) => String(counts[mark] ?? 0)),
            words.split('，').at(-1) ?? '',
          ])}
        />
      ) : null}
      {tellers.length > 0 ? <p>监票人、计票人：{tellers.join('、')}</p> : null}
    </>
  )
}

function Voters({ ballot: { voters } }: { ballot: Ballot }) {
  const names = (isPresent: boolean) =>
    voters.filter((one) => one.isPresent === isPresent).map(({ name }) => name)
  const absent = names(false)
  return (
    <>
      <h3>有表决权的 {voters.length} 人</h3>
      <p>到会：{names(true).join('、') || '无'}</p>
      {absent.length > 0 ? <p>未到会：{absent.join('、')}</p> : null}
    </>
  )
}
