import type { Kept, KeptRound, KeptStop } from '@zhixing/kit/outreach/kept.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { Link, useNavigate } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import styles from './Outreach.module.css'
import { standingOf, waitingIn } from './standing.ts'
import { useDoors, useMeeting, type Meeting } from './use-doors.ts'

/** The rounds I go on, door by door; with a network or without. */
export function RoundsPage() {
  const { answer, reload } = useDoors()
  const meeting = useMeeting(reload)
  return (
    <SubPage title="送学上门" back="/me">
      <Answered answer={answer}>
        {({ rounds, captures }) =>
          rounds.length === 0 ? (
            <NoRounds meeting={meeting} left={waitingIn(captures).length} />
          ) : (
            <>
              <Headline rounds={rounds} captures={captures} meeting={meeting} />
              {rounds.map((round) => (
                <Round key={round.roundId} round={round} captures={captures} />
              ))}
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

function NoRounds({ meeting, left }: { meeting: Meeting; left: number }) {
  return (
    <Empty
      title={meeting.isMeeting ? '正在问服务器' : '没有安排您上门的轮次'}
      example="六月送学：8 户，6 月 30 日前送完。"
    >
      支部排好轮次会通知您。出门前在有网络的地方打开一次，到了没有网络的地方也能登记。
      {left > 0 ? `这部手机里还有 ${String(left)} 条没有上交的记录。` : ''}
      {meeting.told}
    </Empty>
  )
}

type All = { rounds: KeptRound[]; captures: Kept[] }

function Headline({ rounds, captures, meeting }: All & { meeting: Meeting }) {
  const stops = rounds.flatMap((round) => round.stops.map((stop) => ({ round, stop })))
  const open = stops.filter(({ round, stop }) => standingOf(round, stop, captures).isOpen).length
  const waiting = waitingIn(captures).length
  const { isReady, isMeeting, told, meet } = meeting
  return (
    <>
      <Sentence note={isReady ? '已存到这部手机，没有网络也能打开和登记' : '正在存到这部手机'}>
        {rounds.length} 轮送学共 {stops.length} 户，还有 <Count of={open} /> 户要去
        {waiting > 0 ? (
          <>
            ，<Count of={waiting} stress /> 条没有上交
          </>
        ) : null}
        。
      </Sentence>
      <p className={styles.told} role="status">
        {told}
      </p>
      {waiting > 0 ? (
        <Button block color="primary" loading={isMeeting} onClick={meet}>
          现在上交
        </Button>
      ) : null}
    </>
  )
}

/** Several members at one table are written down at once: tick them, then say once what was done. */
function Round({ round, captures }: { round: KeptRound; captures: Kept[] }) {
  const navigate = useNavigate()
  const [ticked, setTicked] = useState<string[]>([])
  const { roundId, title, until, visitors, packTitle, items, stops } = round
  const tick = (memberId: string) =>
    setTicked((before) =>
      before.includes(memberId) ? before.filter((one) => one !== memberId) : [...before, memberId],
    )
  return (
    <section>
      <h2 className={rows.title}>{title}</h2>
      <p className={styles.note}>
        {monthDay(until)}前送完，{visitors.join('、')}上门。
        {packTitle
          ? `带${packTitle}：${items.map((item) => `${item.title}${String(item.copies)}份`).join('、')}。`
          : ''}
      </p>
      <ul>
        {stops.map((stop) => (
          <Door
            key={stop.memberId}
            round={round}
            stop={stop}
            captures={captures}
            isTicked={ticked.includes(stop.memberId)}
            tick={() => tick(stop.memberId)}
          />
        ))}
      </ul>
      {ticked.length > 0 ? (
        <Button
          block
          color="primary"
          onClick={() =>
            void navigate({
              to: '/outreach/$roundId/capture',
              params: { roundId },
              search: { members: ticked.join('.') },
            })
          }
        >
          登记所选 {ticked.length} 人
        </Button>
      ) : null}
    </section>
  )
}

type DoorProps = {
  round: KeptRound
  stop: KeptStop
  captures: Kept[]
  isTicked: boolean
  tick: () => void
}

function Door({ round, stop, captures, isTicked, tick }: DoorProps) {
  const { memberId, name, organizationName, plannedOn, note, phone } = stop
  const { shape, word } = standingOf(round, stop, captures)
  return (
    <li className={styles.door}>
      <input type="checkbox" aria-label={`选${name}`} checked={isTicked} onChange={tick} />
      <Link
        to="/outreach/$roundId/$memberId"
        params={{ roundId: round.roundId, memberId }}
        className={styles.name}
      >
        <b>{name}</b>
        <small>
          {[organizationName, plannedOn ? `${monthDay(plannedOn)} 去` : '', note, phone]
            .filter(Boolean)
            .join('，')}
        </small>
      </Link>
      <span className={styles.state}>
        <Shape name={shape} />
        {word}
      </span>
    </li>
  )
}
