import type { EntryOf, Output } from '@zhixing/contract'
import {
  courseGenres,
  courseHonours,
  courseScopes,
  courseStates,
  freshnessStates,
} from '@zhixing/contract/course-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/me.ts'
import { AskReason } from '../activities/record/AskReason.tsx'
import details from '../../ui/Details.module.css'
import styles from '../topics/Topics.module.css'
import { FloorPart } from '../interaction/FloorPart.tsx'
import { Contents } from './Contents.tsx'
import { CourseForm } from './CourseForm.tsx'
import { Ratings } from './Ratings.tsx'
import { Standing } from './Standing.tsx'
import { Steps } from './Steps.tsx'
import { Usage } from './Usage.tsx'

export type Course = Output<EntryOf<'courses.show'>>

/** One course from its first line to who uses it: made, looked at, released, ordered, judged. */
export function CoursePanel({ courseId }: { courseId: string }) {
  const answer = useAnswer('courses.show', { courseId })
  return (
    <Answered answer={answer}>
      {(course) => (
        <>
          <Words course={course} />
          <Actions course={course} />
          <Contents course={course} />
          <Steps course={course} />
          {course.state === 'published' ? (
            <>
              <Standing course={course} />
              <Usage course={course} />
              <FloorPart floorKey={{ unitId: course.unitId, about: 'course', aboutId: courseId }} />
              <Ratings courseId={courseId} />
            </>
          ) : null}
        </>
      )}
    </Answered>
  )
}

function Words({ course }: { course: Course }) {
  const { title, summary, genre, scope, organizationName, authorName, state } = course
  const { creditMinutes, tags, honours, freshness, returnReason, caseStudy } = course
  return (
    <>
      <h2>{title}</h2>
      <p>
        {courseStates[state]} · {courseGenres[genre]} · {organizationName}
        {authorName ? ` · 主讲 ${authorName}` : ''} · {courseScopes[scope]} · 学完计 {creditMinutes}{' '}
        分钟
        {honours.map((honour) => ` · ${courseHonours[honour]}`).join('')}
      </p>
      {tags.length > 0 ? <p>标签：{tags.join('、')}</p> : null}
      {returnReason ? <p>意见：{returnReason}</p> : null}
      {summary ? <p className={styles.body}>{summary}</p> : null}
      {caseStudy ? (
        <p className={styles.body}>
          {caseStudy.place}。启示：{caseStudy.lesson} 讨论：{caseStudy.questions.join('；')}
        </p>
      ) : null}
      {freshness ? (
        <p>
          {freshnessStates[freshness.state]}
          {freshness.checkedOn ? `，${freshness.checkedOn} 核对过` : ''}
          {freshness.newer.map((one) => `；《${one.title}》${one.issuedOn} 印发`).join('')}
        </p>
      ) : null}
    </>
  )
}

function Actions({ course }: { course: Course }) {
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const submit = useAct('courses.submit')
  const withdraw = useAct('courses.withdraw')
  const confirm = useAct('courses.confirm')
  const { courseId, canEdit, canReview, state, genre, title } = course
  const canSubmit = canEdit && state !== 'producing'
  return (
    <div className={styles.actions}>
      {canEdit ? <Button onClick={() => setEditing(true)}>修改说明</Button> : null}
      {canSubmit ? (
        <Button
          type="primary"
          loading={submit.isPending}
          onClick={() => submit.mutate({ courseId })}
        >
          {genre === 'film' ? '报选题' : '提交审核'}
        </Button>
      ) : null}
      {state === 'published' && genre === 'policy' && may('courses.edit') ? (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate({ courseId })}>
          核对过，内容现行
        </Button>
      ) : null}
      {state === 'published' && canReview ? (
        <Button onClick={() => setAsking(true)}>下架</Button>
      ) : null}
      <span role="alert" className={details.late}>
        {submit.error?.message ?? confirm.error?.message}
      </span>
      {isEditing ? (
        <CourseForm
          course={course}
          close={() => setEditing(false)}
          done={() => setEditing(false)}
        />
      ) : null}
      {asking ? (
        <AskReason
          question={`下架“${title}”？`}
          verb="下架"
          label="为什么下架"
          pending={withdraw.isPending}
          problem={withdraw.error?.message}
          confirm={(reason) =>
            withdraw.mutate({ courseId, reason }, { onSuccess: () => setAsking(false) })
          }
          close={() => setAsking(false)}
        >
          下架后不能再学，学过的记录和学时保留；改好后可以重新提交。
        </AskReason>
      ) : null}
    </div>
  )
}
