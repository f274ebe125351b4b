import type { BallotChoices, EntryOf, Output } from '@zhixing/contract'
import { holdsTicket } from '@zhixing/kit/ballots/ticket.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import styles from './Ballots.module.css'
import { SlipForm } from './SlipForm.tsx'

type Asked = Output<EntryOf<'ballots.asked'>>

/** One slip: marked, looked at once more, cast without a name. */
export function BallotPage() {
  const key = useParams({ from: '/ballots/$unitId/$ballotId' })
  const answer = useAnswer('ballots.asked', key)
  return (
    <SubPage title="投票" back="/ballots">
      <Answered answer={answer}>
        {(ballot) => <One key={ballot.ballotId} ballot={ballot} />}
      </Answered>
    </SubPage>
  )
}

function One({ ballot }: { ballot: Asked }) {
  const { title, organizationName, kindName, until, state, result, isPresent, way } = ballot
  const [isThanked, setThanked] = useState(false)
  return (
    <>
      <Sentence note={`${organizationName} · ${kindName} · ${monthDay(until)}当日截止`}>
        {title}
      </Sentence>
      {isThanked ? (
        <p className={styles.thanks} role="status">
          已投票。您的选票已和别人的混在一起，没有人能再找出来，也不能再改。
        </p>
      ) : null}
      {state === 'open' ? null : (
        <p className={styles.result} role="status">
          {result}
        </p>
      )}
      {state === 'open' && way === 'paper' ? <p>这次用纸质选票，请在会场投票。</p> : null}
      {state === 'open' && way === 'electronic' && !isPresent ? (
        <p>您还没有记为到会。请先签到或请书记点名，再刷新本页领票。</p>
      ) : null}
      {state === 'open' && way === 'electronic' && isPresent && !isThanked ? (
        <Voting ballot={ballot} thank={() => setThanked(true)} />
      ) : null}
    </>
  )
}

function Voting({ ballot, thank }: { ballot: Asked; thank: () => void }) {
  const { unitId, ballotId, hasTicket } = ballot
  const key = { unitId, ballotId }
  const slip = useAnswer('ballots.slip', key)
  const { data: me } = useAnswer('accounts.me', {})
  const client = useQueryClient()
  const personId = me?.accountId
  if (!personId) return null
  if (hasTicket && !holdsTicket(personId, key))
    return (
      <p className={styles.note} role="status">
        您领过票：已经投了的，不用再投；在别的手机上领的票，请用那部手机投。
      </p>
    )
  const send = async (choices: BallotChoices) => {
    const { castVote } = await import('@zhixing/kit/ballots/cast.ts')
    await castVote(key, personId, choices)
    await client.invalidateQueries()
    thank()
  }
  return (
    <>
      <p className={styles.note}>
        无记名：选票不带您的姓名、时间和账号，谁也查不到哪张是您的。一人一票，投出不能再改。
      </p>
      {hasTicket ? (
        <p className={styles.note}>上次领了票还没有投成，请再投一次，用的还是那张票。</p>
      ) : null}
      <Answered answer={slip}>{(shown) => <SlipForm slip={shown} send={send} />}</Answered>
    </>
  )
}
