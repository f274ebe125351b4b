import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { SubPage } from '../../ui/SubPage.tsx'
import styles from './Ballots.module.css'

type Ballot = Output<EntryOf<'ballots.show'>>

/** For whoever has to count: on the phone the platform counts by one press, what tellers call out is written at the desk. */
export function CountPage() {
  const key = useParams({ from: '/ballots/$unitId/$ballotId/count' })
  const answer = useAnswer('ballots.show', key)
  return (
    <SubPage title="计票" back="/">
      <Answered answer={answer}>{(ballot) => <One ballot={ballot} />}</Answered>
    </SubPage>
  )
}

function One({ ballot }: { ballot: Ballot }) {
  const { title, organizationName, kindName, until, state, electorate } = ballot
  return (
    <>
      <Sentence note={`${organizationName} · ${kindName} · ${monthDay(until)}当日截止`}>
        {title}
      </Sentence>
      <p className={styles.note}>
        应到会有表决权的 {electorate.entitled} 人，实到 {electorate.present} 人。
      </p>
      {state === 'open' ? <Going ballot={ballot} /> : <Result ballot={ballot} />}
    </>
  )
}

function Going({ ballot }: { ballot: Ballot }) {
  const { unitId, ballotId, way, issued, returned, countsWritten, mayHold } = ballot
  const { mutate, isPending, error } = useAct('ballots.count')
  if (way === 'paper' || countsWritten)
    return (
      <Empty title="请在电脑上计票">
        {way === 'paper'
          ? '纸质选票由监票人、计票人报数，在管理台的“无记名投票”里登记。'
          : '可能有书面意见要一并计入，在管理台的“无记名投票”里计票。'}
      </Empty>
    )
  return (
    <>
      <p className={styles.note} role="status">
        已领票 {issued} 人，已收回 {returned} 张。计票以前谁也看不到票数，计票后不再收票。
      </p>
      {mayHold ? (
        <Button
          block
          color="primary"
          loading={isPending}
          onClick={() => mutate({ unitId, ballotId, tellers: [], paper: null, written: null })}
        >
          截止投票并计票
        </Button>
      ) : null}
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}

function Result({ ballot: { state, result } }: { ballot: Ballot }) {
  return (
    <p className={styles.result} role="status">
      {state === 'void' ? '这次票决无效。' : (result?.sentence ?? '')}
    </p>
  )
}
