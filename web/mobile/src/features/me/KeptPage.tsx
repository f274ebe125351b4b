import { listWaiting, onWaiting, readWaiting } from '@zhixing/kit/offline/waiting.ts'
import { sendWaiting, takeUntold } from '@zhixing/kit/offline/send.ts'
import type { MinutesWords } from '@zhixing/kit/roll/kept.ts'
import { sizeWords } from '@zhixing/kit/format/size.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Button from 'antd-mobile/es/components/button'
import { useEffect, useState } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import { leaveCourse, readTakenCourses, type TakenCourse } from '../learn/take-course.ts'
import styles from './Me.module.css'

type Meeting = Pick<MinutesWords, 'unitId' | 'activityId' | 'title'>
type Shown = { kind: keyof typeof names; id: string; state: string; meeting: Meeting | undefined }

const names = { visit: '上门记录', roll: '点名', minutes: '会议记录', photo: '现场照片' }
const states: Record<string, string> = {
  waiting: '等着交上',
  refused: '没有收下，请点开处理',
  differs: '两边不一样，请点开选一个',
}

/** Everything this phone keeps for whoever is signed in: what has not gone out, and what was taken along. */
export function KeptPage() {
  const client = useQueryClient()
  const [told, setTold] = useState('')
  const answer = useQuery({
    queryKey: ['kept', 'all'],
    queryFn: readAll,
    networkMode: 'always',
    staleTime: 0,
  })
  useEffect(
    () => onWaiting(() => void client.invalidateQueries({ queryKey: ['kept', 'all'] })),
    [client],
  )
  const send = async () => {
    const { stopped } = await sendWaiting()
    setTold(stopped || `交上了 ${String(takeUntold())} 项`)
  }
  const leave = (courseId: string) =>
    void leaveCourse(courseId).then(() => client.invalidateQueries({ queryKey: ['kept', 'all'] }))
  return (
    <SubPage title="存在手机里的" back="/me">
      <Answered answer={answer}>
        {({ waiting, courses }) =>
          waiting.length + courses.length === 0 ? (
            <Empty title="手机里没有存着什么" example="9月主题党日：点名、会议记录，等着交上。">
              没有网络时的点名、会议记录和上门记录会先存在这里；要离线看的课程，在课程页点“存到手机”。
            </Empty>
          ) : (
            <>
              <Sentence note="没有交上的都加了密，换一个人登录看不到">
                <Count of={waiting.length} stress={waiting.length > 0} /> 项没有交上，带着{' '}
                <Count of={courses.length} /> 门课。
              </Sentence>
              <p role="status" className={styles.warning}>
                {told}
              </p>
              {waiting.map((one) => (
                <Line key={`${one.kind}${one.id}`} one={one} />
              ))}
              {waiting.some(({ state }) => state === 'waiting') ? (
                <Button block color="primary" onClick={() => void send()}>
                  现在交上
                </Button>
              ) : null}
              <Courses courses={courses} leave={leave} />
            </>
          )
        }
      </Answered>
    </SubPage>
  )
}

async function readAll() {
  const waiting = (await listWaiting()).filter(({ state }) => state !== 'sent')
  const kinds = ['roll', 'minutes', 'photo'] as const
  const opened = await Promise.all(kinds.map((kind) => readWaiting<Meeting>(kind)))
  const meetings = new Map(opened.flat().map(({ kind, id, words }) => [`${kind}${id}`, words]))
  const shown = waiting.map(({ kind, id, state }): Shown => {
    return { kind, id, state, meeting: meetings.get(`${kind}${id}`) }
  })
  return { waiting: shown, courses: readTakenCourses() }
}

function Line({ one: { kind, state, meeting } }: { one: Shown }) {
  const words = (
    <>
      <h2>{meeting ? `${meeting.title}：${names[kind]}` : names[kind]}</h2>
      <p>{states[state]}</p>
    </>
  )
  if (!meeting)
    return (
      <Link to="/outreach" className={rows.row}>
        {words}
      </Link>
    )
  const { unitId, activityId } = meeting
  return (
    <Link to="/roll/$unitId/$activityId" params={{ unitId, activityId }} className={rows.row}>
      {words}
    </Link>
  )
}

type CoursesProps = { courses: TakenCourse[]; leave: (courseId: string) => void }

function Courses({ courses, leave }: CoursesProps) {
  if (courses.length === 0) return null
  return (
    <section>
      <h2 className={rows.title}>带着的课</h2>
      {courses.map(({ courseId, title, bytes, items }) => (
        <div key={courseId} className={rows.row}>
          <h3>{title}</h3>
          <p>
            {items} 节，{sizeWords(bytes)}
          </p>
          <div className={styles.acts}>
            <LinkButton to={`/learn/${courseId}`}>打开</LinkButton>
            <Button onClick={() => leave(courseId)}>删掉</Button>
          </div>
        </div>
      ))}
    </section>
  )
}
