import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Bars } from '@zhixing/kit/ui/floor/Bars.tsx'
import type { Floor } from '@zhixing/kit/ui/floor/Bars.tsx'
import { useParams } from '@tanstack/react-router'
import { renderSVG } from 'uqr'
import type { FloorKey } from './FloorPart.tsx'
import styles from './FloorWall.module.css'

const lookAgainMs = 2_000
const shownMax = 5

export function MeetingWallPage() {
  const { unitId, aboutId } = useParams({ from: '/screen/floor/activity/$unitId/$aboutId' })
  return <FloorWall floorKey={{ unitId, about: 'activity', aboutId }} />
}

export function CourseWallPage() {
  const { unitId, aboutId } = useParams({ from: '/screen/floor/course/$unitId/$aboutId' })
  return <FloorWall floorKey={{ unitId, about: 'course', aboutId }} />
}

/** For a projector: what is asked with its bars growing, and what people want to know; one code to take part. */
function FloorWall({ floorKey }: { floorKey: FloorKey }) {
  const answer = useAnswer('interaction.led', floorKey, { every: () => lookAgainMs })
  return (
    <main className={styles.wall}>
      <Answered answer={answer}>
        {(floor) => (
          <>
            <header>
              <h1>{floor.title}</h1>
            </header>
            <PollShown floor={floor} />
            <aside>
              <Code floorKey={floorKey} />
              <AskedShown floor={floor} />
            </aside>
          </>
        )}
      </Answered>
    </main>
  )
}

/** The one that is open; between two, what came out of the last. */
function PollShown({ floor: { polls } }: { floor: Floor }) {
  const shown =
    polls.find(({ state }) => state === 'open') ?? polls.findLast(({ state }) => state === 'closed')
  if (!shown)
    return (
      <section>
        <p className={styles.count}>投票还没有开始</p>
      </section>
    )
  return (
    <section>
      <h2>{shown.title}</h2>
      <p className={styles.count}>
        {shown.state === 'open' ? '正在投票，已投' : '已结束，共'}{' '}
        <b>{shown.result?.voters ?? 0}</b> 人
      </p>
      <Bars poll={shown} />
    </section>
  )
}

function Code({ floorKey: { unitId, about, aboutId } }: { floorKey: FloorKey }) {
  const picture = renderSVG(`${location.origin}/m/floor/${about}/${unitId}/${aboutId}`, {
    border: 2,
  })
  return (
    <div className={styles.code}>
      {/* The picture is drawn here, from an address of our own server. */}
      {/* oxlint-disable-next-line react/no-danger */}
      <div role="img" aria-label="二维码" dangerouslySetInnerHTML={{ __html: picture }} />
      <p>用手机扫一扫，投票、提问</p>
    </div>
  )
}

function AskedShown({ floor: { asked } }: { floor: Floor }) {
  const waiting = asked.filter(({ hidden, answeredAt }) => hidden === null && !answeredAt)
  return (
    <ol className={styles.asked} aria-label="提问">
      {waiting.slice(0, shownMax).map(({ askedId, text, name, likes }) => (
        <li key={askedId}>
          {text}
          <small>
            {name}
            {likes > 0 ? ` · ${likes} 人也想知道` : ''}
          </small>
        </li>
      ))}
    </ol>
  )
}
