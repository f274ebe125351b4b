import { courseGenres, courseHonours } from '@zhixing/contract/course-words.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import styles from './Learn.module.css'
import { readTakenCourses } from './take-course.ts'
import { lengthWords } from './words.ts'

type Genre = keyof typeof courseGenres

/** What is due first, then the menu: one thumb, large type, and what was opened stays. */
export function LearnPage() {
  const answer = useAnswer('courses.due', {})
  return (
    <>
      <Answered answer={answer}>
        {({ rows: due }) => {
          const overdue = due.filter(({ isOverdue }) => isOverdue).length
          return (
            <>
              <Sentence note="学完自动记学时；断网时学的，联网后补记。">
                还有 <Count of={due.length} stress={due.length > 0} /> 门课要学
                {overdue > 0 ? `，${overdue} 门已过期限` : ''}。
              </Sentence>
              {due.length > 0 ? <h2 className={rows.title}>要学的</h2> : null}
              {due.map((one) => (
                <CourseLink
                  key={one.courseId}
                  course={one}
                  note={`${one.dueOn ? `${one.from}点课，${monthDay(one.dueOn)}前学完` : '我选的课'} · 已学 ${one.doneItems}/${one.items} 节`}
                />
              ))}
            </>
          )
        }}
      </Answered>
      <nav className={styles.ways} aria-label="更多学习">
        <Link to="/campaigns">集中教育 ›</Link>
        <Link to="/reading">读书与笔记 ›</Link>
        <Link to="/micro">我来讲微党课 ›</Link>
        <Link to="/topics">必学内容 ›</Link>
      </nav>
      <TakenCourses />
      <Menu />
    </>
  )
}

/** What this phone has, also where nothing else can be asked for. */
function TakenCourses() {
  const courses = readTakenCourses()
  if (courses.length === 0) return null
  return (
    <section>
      <h2 className={rows.title}>存在手机里的课</h2>
      {courses.map(({ courseId, title, items }) => (
        <Link key={courseId} to="/learn/$courseId" params={{ courseId }} className={rows.row}>
          <h3>{title}</h3>
          <small>没有网络也能看 {items} 节</small>
        </Link>
      ))}
    </section>
  )
}

function Menu() {
  const [text, setText] = useState('')
  const [genre, setGenre] = useState<Genre | ''>('')
  const [size, setSize] = useState(20)
  const answer = useAnswer('courses.menu', { text, genre: genre || null, size })
  return (
    <section>
      <h2 className={rows.title}>课程菜单</h2>
      <div className={styles.filters}>
        <input
          type="search"
          aria-label="搜索课程"
          placeholder="搜课程名"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <select
          aria-label="课程类型"
          value={genre}
          onChange={({ target }) =>
            setGenre(keysOf(courseGenres).find((key) => key === target.value) ?? '')
          }
        >
          <option value="">全部类型</option>
          {keysOf(courseGenres).map((key) => (
            <option key={key} value={key}>
              {courseGenres[key]}
            </option>
          ))}
        </select>
      </div>
      <Answered answer={answer}>
        {({ rows: courses, total }) =>
          total === 0 ? (
            <Empty title="没有找到课程" example="“党章党规九讲”，45 分钟，学完记 0.8 学时。">
              发布到您这里的课程会列在这里。
            </Empty>
          ) : (
            <>
              {courses.map((course) => (
                <CourseLink
                  key={course.courseId}
                  course={course}
                  note={
                    course.completedAt ? '已学完' : `已学 ${course.doneItems}/${course.items} 节`
                  }
                />
              ))}
              {courses.length < total ? (
                <button type="button" className={styles.quiet} onClick={() => setSize(size + 20)}>
                  再看一些
                </button>
              ) : null}
            </>
          )
        }
      </Answered>
    </section>
  )
}

type Shown = {
  courseId: string
  title: string
  genre: Genre
  organizationName: string
  seconds: number
  honours: (keyof typeof courseHonours)[]
}

function CourseLink({ course, note }: { course: Shown; note: string }) {
  const { courseId, title, genre, organizationName, seconds, honours } = course
  return (
    <Link to="/learn/$courseId" params={{ courseId }} className={rows.row}>
      <h3>{title}</h3>
      <p>
        {courseGenres[genre]} · {organizationName} · {lengthWords(seconds)}
        {honours.map((honour) => ` · ${courseHonours[honour]}`).join('')}
      </p>
      <small>{note}</small>
    </Link>
  )
}
