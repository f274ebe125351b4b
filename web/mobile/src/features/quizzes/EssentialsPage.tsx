import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import rows from '../../ui/Rows.module.css'
import { SubPage } from '../../ui/SubPage.tsx'
import styles from './Quiz.module.css'

const size = 20

/** What everybody must know, to be leafed through: the question first, the answer when it is tapped. */
export function EssentialsPage() {
  const [category, setCategory] = useState<string | null>(null)
  const [page, setPage] = useState(1)
  const answer = useAnswer('quizzes.essentials', { category, page, size })
  const choose = (name: string | null) => {
    setCategory(name)
    setPage(1)
  }
  return (
    <SubPage title="应知应会" back="/quizzes">
      <Answered answer={answer}>
        {({ rows: questions, total, categories, courses }) => {
          if (total === 0 && category === null)
            return <Empty title="还没有应知应会题">上级整理好题库后，在这里随时翻看。</Empty>
          return (
            <>
              <Sentence note="先想一想，再点开看答案。">
                应知应会 <Count of={total} /> 题。
              </Sentence>
              <p className={styles.categories}>
                {[null, ...categories.map(({ name }) => name)].map((name) => (
                  <button
                    key={name ?? ''}
                    type="button"
                    aria-pressed={name === category}
                    onClick={() => choose(name)}
                  >
                    {name ?? '全部'}
                  </button>
                ))}
              </p>
              {questions.map(({ questionId, text, answer: right, explanation }) => (
                <details key={questionId} className={rows.row}>
                  <summary>{text}</summary>
                  <p>{right.join('；')}</p>
                  {explanation ? <small>{explanation}</small> : null}
                </details>
              ))}
              {total > size ? (
                <div className={styles.steps}>
                  <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
                    上一页
                  </button>
                  <button
                    type="button"
                    disabled={page * size >= total}
                    onClick={() => setPage(page + 1)}
                  >
                    下一页
                  </button>
                </div>
              ) : null}
              <Courses courses={courses} />
            </>
          )
        }}
      </Answered>
    </SubPage>
  )
}

function Courses({ courses }: { courses: { courseId: string; title: string }[] }) {
  if (courses.length === 0) return null
  return (
    <>
      <h2 className={rows.title}>相关课程</h2>
      <ul>
        {courses.map(({ courseId, title }) => (
          <li key={courseId}>
            <Link to="/learn/$courseId" params={{ courseId }} className={rows.row}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
