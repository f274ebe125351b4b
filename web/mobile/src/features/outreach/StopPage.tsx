import { useAct } from '@zhixing/kit/use-answer.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { dropCapture, keepCaptures, type Kept, type KeptStop } from '@zhixing/kit/outreach/kept.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link, useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { Evidence, Side } from './Evidence.tsx'
import styles from './Outreach.module.css'
import { capturesOf, standingOf } from './standing.ts'
import { useDoors, useMeeting } from './use-doors.ts'

/** One door: what I wrote, what others wrote, and where the two do not agree. */
export function StopPage() {
  const { roundId, memberId } = useParams({ from: '/outreach/$roundId/$memberId' })
  const { answer, reload } = useDoors()
  const { told, meet } = useMeeting(reload)
  return (
    <SubPage title="上门" back="/outreach">
      <Answered answer={answer}>
        {({ rounds, captures }) => {
          const round = rounds.find((one) => one.roundId === roundId)
          const stop = round?.stops.find((one) => one.memberId === memberId)
          if (!round || !stop)
            return <Empty title="手机里没有这一户">这轮送学可能已经结束，或者换了人登录。</Empty>
          const own = capturesOf(round, stop, captures)
          return (
            <>
              <Sentence
                note={[stop.organizationName, stop.note, stop.phone].filter(Boolean).join('，')}
              >
                {stop.name}：{standingOf(round, stop, captures).word}。
              </Sentence>
              <p className={styles.told} role="status">
                {told}
              </p>
              {own.map((one) => (
                <Own key={one.captureId} kept={one} items={round.items} after={meet} />
              ))}
              <Link
                to="/outreach/$roundId/capture"
                params={{ roundId }}
                search={{ members: memberId }}
                className={rows.row}
              >
                登记这次上门 ›
              </Link>
              <Others stop={stop} items={round.items} own={own} after={meet} />
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

type Items = { id: string; title: string }[]
type OwnProps = { kept: Kept; items: Items; after: () => void }

/** My record on this phone; where the server holds another telling of it, both stand side by side. */
function Own({ kept, items, after }: OwnProps) {
  const { captureId, state, problem, theirs } = kept
  const again = (change: Partial<Kept>) => {
    void keepCaptures([{ ...kept, ...change }]).then(after)
  }
  const drop = () => void dropCapture(captureId).then(after)
  if (state === 'differs' && theirs)
    return (
      <section className={styles.sides} aria-label="两边不一样">
        <h2 className={rows.title}>两边不一样，请选一个</h2>
        <Side title="服务器上已经收到的" told={theirs} items={items} />
        <Side title="这部手机里的" told={kept} items={items} />
        <div className={styles.acts}>
          <Button onClick={() => again({ ...factsOf(theirs), state: 'sent', theirs: null })}>
            用服务器上的
          </Button>
          <Button color="primary" onClick={() => again({ state: 'waiting', theirs: null })}>
            用手机里的
          </Button>
        </div>
      </section>
    )
  return (
    <section className={styles.sides}>
      <Side
        title={state === 'sent' ? '我登记的，已上交' : '我登记的，存在手机里'}
        told={kept}
        items={items}
      />
      <p className={styles.problem} role="alert">
        {problem ? `没有收下：${problem}` : ''}
      </p>
      <div className={styles.acts}>
        <Link
          to="/outreach/$roundId/capture"
          params={{ roundId: kept.roundId }}
          search={{ members: kept.memberId, edit: captureId }}
        >
          改这条记录
        </Link>
        {state === 'refused' ? <Button onClick={drop}>不要了</Button> : null}
      </div>
    </section>
  )
}

function factsOf({ at, isMet, delivered, minutes, note, witness }: NonNullable<Kept['theirs']>) {
  return { at, isMet, delivered, minutes, note, witness }
}

type OthersProps = { stop: KeptStop; items: Items; own: Kept[]; after: () => void }

/** What the server knows of this door, from all sides; whoever went along says whether it is true. */
function Others({ stop, items, own, after }: OthersProps) {
  const mine = new Set(own.map(({ captureId }) => captureId))
  return stop.visits.map((visit) => {
    const others = visit.evidence.filter(({ captureId }) => !mine.has(captureId))
    const isMine = visit.evidence.some((one) => one.isMine)
    return (
      <section key={visit.visitId}>
        <h2 className={rows.title}>
          {monthDay(visit.day)}：{visit.because}
        </h2>
        {visit.problem ? <p className={styles.problem}>学时没有记上：{visit.problem}</p> : null}
        {others.map((one) => (
          <Evidence key={one.captureId} told={one} items={items} />
        ))}
        {isMine || own.length > 0 ? null : (
          <Attest unitId={visit.unitId} visitId={visit.visitId} after={after} />
        )}
      </section>
    )
  })
}

function Attest({ after, ...key }: { unitId: string; visitId: string; after: () => void }) {
  const { mutate, isPending, error } = useAct('outreach.confirm')
  const say = (isTrue: boolean) => mutate({ ...key, isTrue }, { onSuccess: after })
  return (
    <>
      <div className={styles.acts}>
        <Button color="primary" loading={isPending} onClick={() => say(true)}>
          我同去了，属实
        </Button>
        <Button loading={isPending} onClick={() => say(false)}>
          不属实
        </Button>
      </div>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
    </>
  )
}
