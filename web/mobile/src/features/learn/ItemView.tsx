import { moment } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { useWatching } from '@zhixing/kit/learn/use-watching.ts'
import Button from 'antd-mobile/es/components/button'
import { Suspense, lazy, useEffect, useRef } from 'react'
import type { CourseItem } from './CoursePage.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Learn.module.css'
import { documentAddress } from './take-course.ts'
import { VideoItem } from './VideoItem.tsx'
import { Bar, Told } from './Watched.tsx'

export type ItemProps = { courseId: string; item: CourseItem; seen: (placeSeconds: number) => void }

const DocumentView = lazy(async () => {
  const { DocumentView: View } = await import('@zhixing/kit/ui/document/DocumentView.tsx')
  return { default: View }
})

/** What is learnt from, each kind in its own way. */
export function ItemView(props: ItemProps) {
  const { item, courseId } = props
  if (item.kind === 'video') return <VideoItem {...props} />
  if (item.kind === 'live') return <LiveItem courseId={courseId} item={item} />
  if (item.kind === 'article' || item.kind === 'document') return <ReadItem {...props} />
  return <MadeItem item={item} />
}

/** What is played on a page of its own, and comes back here as done. */
function MadeItem({ item: { kind, made, title, completedAt } }: { item: CourseItem }) {
  if (!made) return <p className={styles.facts}>这项内容已经撤下，请告诉课程的制作单位。</p>
  const place = `${made.unitId}/${made.id}`
  const isQuiz = kind === 'quiz'
  return (
    <section className={styles.made}>
      <h2>{title}</h2>
      <p>{isQuiz ? '答完交卷，通过就算学完这一节。' : '在课件里学完，这一节自动记为已学。'}</p>
      <LinkButton to={isQuiz ? `/quizzes/${place}` : `/packages/${place}`} primary={!completedAt}>
        {isQuiz ? '去答题' : '打开课件'}
      </LinkButton>
    </section>
  )
}

/** What is read takes time too: it runs while the page is in sight. */
function ReadItem({ courseId, item, seen }: ItemProps) {
  const { begin, end, tell, everyMs, state } = useWatching({ courseId, itemId: item.itemId })
  const read = useRef(item.watchedSeconds * 1000)
  const { seconds } = item

  useEffect(() => {
    let since = performance.now()
    const isSeen = () => document.visibilityState === 'visible'
    const note = () => {
      if (!isSeen()) return
      read.current = Math.min(seconds * 1000, read.current + performance.now() - since)
      since = performance.now()
      end(read.current)
      begin(read.current)
      seen(read.current / 1000)
    }
    const turn = () => {
      if (isSeen()) {
        since = performance.now()
        begin(read.current)
      } else end(read.current)
    }
    if (state === 'ready' || state === 'offline') begin(read.current)
    const timer = setInterval(() => {
      note()
      void tell()
    }, everyMs)
    document.addEventListener('visibilitychange', turn)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', turn)
      note()
      void tell()
    }
  }, [begin, end, tell, everyMs, seconds, seen, state])

  return (
    <>
      <Bar item={item} />
      {item.kind === 'article' ? (
        // The server lets nothing through that runs.
        // oxlint-disable-next-line react/no-danger
        <article className={styles.text} dangerouslySetInnerHTML={{ __html: item.body }} />
      ) : null}
      {item.kind === 'document' && item.file ? (
        <Suspense fallback={<p role="status">正在打开文档……</p>}>
          <DocumentView address={documentAddress(item.file)} title={item.title} />
        </Suspense>
      ) : null}
      <Told state={state} />
    </>
  )
}

const liveEarlyMs = 15 * 60_000

/** Whether one may come in, by this phone's clock; the server's has the last word. */
function liveStanding({ startsAt, endsAt }: CourseItem): 'ahead' | 'open' | 'over' {
  const now = Date.now()
  if (startsAt && now < Date.parse(startsAt) - liveEarlyMs) return 'ahead'
  return endsAt && now > Date.parse(endsAt) ? 'over' : 'open'
}

function LiveItem({ courseId, item }: Pick<ItemProps, 'courseId' | 'item'>) {
  const { mutate, isPending, error, data } = useAct('courses.join')
  const when = liveStanding(item)
  if (when === 'over')
    return <p className={styles.facts}>这场直播已经结束。要补学，请联系点课的组织。</p>
  return (
    <div className={styles.live}>
      <p className={styles.facts}>
        直播：{item.startsAt ? moment(item.startsAt) : ''}{' '}
        开始，提前一刻钟可以进入，进入即记为到场。
        {when === 'ahead' ? '现在还没到时间，到时从这里进入。' : ''}
      </p>
      {data ? (
        <p>
          <a href={data.link} target="_blank" rel="noreferrer">
            打开直播页面
          </a>
        </p>
      ) : (
        <Button
          block
          color="primary"
          disabled={when === 'ahead'}
          loading={isPending}
          onClick={() => mutate({ courseId, itemId: item.itemId })}
        >
          进入直播
        </Button>
      )}
      <p role="alert">{error?.message}</p>
    </div>
  )
}
