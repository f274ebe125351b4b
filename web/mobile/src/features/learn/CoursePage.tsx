import type { EntryOf, Output } from '@zhixing/contract'
import { courseHonours } from '@zhixing/contract/course-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Link, useParams } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import { Discussion } from './Discussion.tsx'
import { ItemView } from './ItemView.tsx'
import styles from './Learn.module.css'
import { Notes } from './Notes.tsx'
import { Rating } from './Rating.tsx'
import { TakeAlong } from './TakeAlong.tsx'
import { lengthWords, placeWords } from './words.ts'

type Course = Output<EntryOf<'courses.open'>>
export type CourseItem = Course['contents'][number]

/** One course: what plays stands on top, what it is made of below, then notes, talk and what it was worth. */
export function CoursePage() {
  const { courseId } = useParams({ from: '/learn/$courseId' })
  const answer = useAnswer('courses.open', { courseId })
  return (
    <SubPage title="课程" back="/learn">
      <Answered answer={answer}>{(course) => <Opened key={courseId} course={course} />}</Answered>
    </SubPage>
  )
}

function Opened({ course }: { course: Course }) {
  const { courseId, contents } = course
  const [playing, setPlaying] = useState<string>()
  const [placeSeconds, setPlace] = useState(0)
  const next = contents.find(({ completedAt }) => completedAt === null) ?? contents[0]
  const at = contents.findIndex(({ itemId }) => itemId === playing)
  const current = contents[at]
  const following = current && contents[at + 1]
  // What plays stands on top, wherever it was chosen.
  const play = (itemId: string) => {
    setPlaying(itemId)
    window.scrollTo(0, 0)
  }
  return (
    <>
      <h1 className={styles.title}>{course.title}</h1>
      {current ? (
        <>
          <p className={styles.now}>
            第 {at + 1} 节，共 {contents.length} 节：{current.title}
          </p>
          <ItemView key={current.itemId} courseId={courseId} item={current} seen={setPlace} />
          {following ? (
            <button type="button" className={styles.next} onClick={() => play(following.itemId)}>
              下一节：{following.title}
            </button>
          ) : null}
        </>
      ) : null}
      <Words course={course} />
      {!current && next ? (
        <Button block color="primary" size="large" onClick={() => play(next.itemId)}>
          {isBegun(course) ? '接着学' : '开始学'}
        </Button>
      ) : null}
      <TakeAlong course={course} />
      <h2 className={rows.title}>内容</h2>
      <Contents items={contents} playing={playing} play={play} />
      <Notes courseId={courseId} itemId={playing ?? null} placeSeconds={placeSeconds} />
      <Together course={course} />
      <Rating courseId={courseId} />
      <Discussion courseId={courseId} />
    </>
  )
}

function Together({ course: { unitId, courseId } }: { course: Course }) {
  return (
    <Link
      to="/floor/course/$unitId/$aboutId"
      params={{ unitId: unitId, aboutId: courseId }}
      className={rows.row}
    >
      <h3>投票、提问、分组 ›</h3>
      <p>和一起学的同志互动</p>
    </Link>
  )
}

function stateOf({ completedAt, watchedSeconds }: CourseItem): string {
  if (completedAt) return '已学'
  return watchedSeconds > 0 ? `学到 ${placeWords(watchedSeconds)}` : '未学'
}

function isBegun({ contents }: Course): boolean {
  return contents.some(({ watchedSeconds, completedAt }) => watchedSeconds > 0 || completedAt)
}

type ContentsProps = {
  readonly items: readonly CourseItem[]
  readonly playing: string | undefined
  readonly play: (itemId: string) => void
}

function Contents({ items, playing, play }: ContentsProps) {
  return items.map((item) => (
    <button
      key={item.itemId}
      type="button"
      className={styles.item}
      aria-current={item.itemId === playing ? 'true' : undefined}
      onClick={() => play(item.itemId)}
    >
      <span aria-hidden="true">{item.completedAt ? '●' : '○'}</span>
      <span>{item.title}</span>
      <small>
        {lengthWords(item.seconds)} · {stateOf(item)}
      </small>
    </button>
  ))
}

function Words({ course }: { course: Course }) {
  const { courseId, summary, organizationName, contents, creditMinutes, seconds } = course
  const { honours, caseStudy, completedAt, postedMinutes } = course
  const choose = useAct('courses.choose')
  const watched = contents.reduce((sum, item) => sum + item.watchedSeconds, 0)
  return (
    <>
      <p className={styles.facts}>
        {organizationName} · 已学 {placeWords(watched)} / {placeWords(seconds)} · 学完计{' '}
        {creditMinutes} 分钟
        {honours.map((honour) => ` · ${courseHonours[honour]}`).join('')}
      </p>
      {completedAt ? (
        <p role="status" className={styles.facts}>
          已学完{postedMinutes > 0 ? `，记入学时 ${postedMinutes} 分钟` : ''}。
        </p>
      ) : null}
      {summary ? <p className={styles.facts}>{summary}</p> : null}
      {caseStudy ? (
        <section className={styles.case}>
          <h2 className={rows.title}>案例</h2>
          <p>地点：{caseStudy.place}</p>
          <p>启示：{caseStudy.lesson}</p>
          {caseStudy.questions.map((question) => (
            <p key={question}>讨论：{question}</p>
          ))}
        </section>
      ) : null}
      {completedAt || isBegun(course) ? null : (
        <button
          type="button"
          className={styles.quiet}
          disabled={choose.isPending || choose.isSuccess}
          onClick={() => choose.mutate({ courseId })}
        >
          {choose.isSuccess ? '已放进我的学习' : '先放进我的学习，以后再学'}
        </button>
      )}
    </>
  )
}
