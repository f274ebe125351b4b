import type { EntryOf, Output } from '@zhixing/contract'
import { timeOf } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link, useParams } from '@tanstack/react-router'
import { renderSVG } from 'uqr'
import { useLeft } from './use-left.ts'
import styles from './Wall.module.css'

type Wall = Output<EntryOf<'activities.wall'>>

const lookAgainMs = 2_000

/** For a projector: large, still, and nothing on it but the meeting. */
export function WallPage() {
  const { unitId, activityId } = useParams({ from: '/screen/$unitId/$activityId' })
  const answer = useAnswer('activities.wall', { unitId, activityId }, { every: () => lookAgainMs })
  return (
    <main className={styles.wall}>
      <Answered answer={answer}>
        {(wall) => (
          <>
            <header>
              <p>{wall.organizationName}</p>
              <h1>{wall.title}</h1>
            </header>
            <section className={styles.code} aria-label="签到码">
              <Code wall={wall} />
              <p>没有手机的同志请举手，由会议组织者点名</p>
              <p>
                <Link to="/activities/$unitId/$activityId" params={{ unitId, activityId }}>
                  回到点名
                </Link>
              </p>
            </section>
            <Arrived wall={wall} />
          </>
        )}
      </Answered>
    </main>
  )
}

function Code({ wall: { address, closedBecause, renewedAt, renewSeconds } }: { wall: Wall }) {
  const left = useLeft(renewedAt, renewSeconds)
  if (!address) return <p className={styles.closed}>{closedBecause}</p>
  const picture = renderSVG(`${location.origin}${address}`, { border: 2 })
  return (
    <>
      {/* The picture is drawn here, from an address of our own server. */}
      {/* oxlint-disable-next-line react/no-danger */}
      <div role="img" aria-label="二维码" dangerouslySetInnerHTML={{ __html: picture }} />
      <p>用手机扫一扫签到，{left} 秒后换新码</p>
    </>
  )
}

function Arrived({ wall: { arrived, due } }: { wall: Wall }) {
  return (
    <section>
      <p className={styles.count}>
        已到 <b>{arrived.length}</b> / {due}
      </p>
      <ol className={styles.names}>
        {arrived.toReversed().map(({ memberId, name, at }) => (
          <li key={memberId}>
            {name}
            <time>{timeOf(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
