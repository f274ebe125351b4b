import type { EntryOf, Output } from '@zhixing/contract'
import { noteMarks } from '@zhixing/contract/quiz-words.ts'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { newId } from '@zhixing/kit/new-id.ts'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { ConfirmByName } from '../../ui/ConfirmByName.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { CourseSelect } from '../packages/CourseSelect.tsx'
import styles from './Quizzes.module.css'

type Shown = Output<EntryOf<'quizzes.results'>>
type Person = Shown['rows'][number]

const size = 100

type Key = { unitId: string; quizId: string; title: string }

/** How much was known, how much of it stayed, where, and who; a note is read and marked where it stands. */
export function Results({
  quiz,
  mayKeep,
  close,
}: {
  quiz: Key
  mayKeep: boolean
  close: () => void
}) {
  const { organizationId } = useOrganization()
  const { unitId, quizId } = quiz
  const [page, setPage] = useState(1)
  const answer = useAnswer('quizzes.results', { unitId, quizId, organizationId, page, size })
  return (
    <Answered answer={answer}>
      {({ retention, below, hardest, rows, total }) => (
        <div className={styles.panel}>
          <p>{sentenceOf(retention)}</p>
          {below.length > 1 ? (
            <>
              <h3>各组织</h3>
              <ul>
                {below.map(({ name, ...figures }) => (
                  <li key={name}>
                    {name}
                    <small>{sentenceOf(figures)}</small>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {hardest.length > 0 ? (
            <>
              <h3>答对最少的题</h3>
              <ul>
                {hardest.map(({ text, knownPercent, asked }) => (
                  <li key={text}>
                    {text}
                    <small>
                      {asked} 人抽到，答对 {knownPercent}%
                    </small>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {rows.length > 0 ? <h3>每人成绩</h3> : null}
          <ul>
            {rows.map((person) => (
              <PersonLine key={person.attemptId} person={person} />
            ))}
          </ul>
          {total > size ? <Pager page={page} size={size} total={total} turn={setPage} /> : null}
          {mayKeep ? <AddToCourse quiz={quiz} /> : null}
          {mayKeep ? <Withdraw quiz={quiz} close={close} /> : null}
        </div>
      )}
    </Answered>
  )
}

function sentenceOf({
  takers,
  passed,
  firstPercent,
  retested,
  retestPercent,
  keptPercent,
}: Shown['retention']) {
  if (takers === 0) return '还没有人交卷。'
  const first = `${takers} 人交卷，${passed} 人通过，平均 ${firstPercent} 分`
  if (retested === 0) return `${first}。`
  return `${first}；${retested} 人复测，平均 ${retestPercent} 分，记住了 ${keptPercent ?? '—'}%。`
}

function PersonLine({ person }: { person: Person }) {
  const { name, organizationName, percent, isPassed, retestPercent, note, mayReview } = person
  return (
    <li>
      {name} <b>{percent}</b> 分{isPassed ? '' : '（未通过）'}
      {retestPercent === null ? '' : `，复测 ${retestPercent} 分`}
      <small>{organizationName}</small>
      {note ? (
        <>
          <p>心得：{note.note}</p>
          {note.applied ? <p>运用：{note.applied}</p> : null}
          {note.mark ? (
            <small>
              评阅：{noteMarks[note.mark]} {note.comment}
            </small>
          ) : null}
          {mayReview && note.mark === null ? <ReviewForm person={person} /> : null}
        </>
      ) : null}
    </li>
  )
}

type Reviewed = { mark: keyof typeof noteMarks; comment?: string }

function ReviewForm({ person: { unitId, attemptId } }: { person: Person }) {
  return (
    <ActForm
      act="quizzes.reviewNote"
      draft=""
      initial={{ mark: 'pass' }}
      input={({ mark, comment }: Reviewed) => ({ unitId, attemptId, mark, comment: comment ?? '' })}
      submit="评阅"
      done={() => undefined}
    >
      <Form.Item name="mark" label="评为">
        <Select options={choicesOf(noteMarks)} />
      </Form.Item>
      <Form.Item name="comment" label="意见">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}

function AddToCourse({ quiz: { unitId, quizId } }: { quiz: Key }) {
  const { message } = App.useApp()
  const [itemId] = useState(newId)
  return (
    <ActForm
      act="quizzes.addToCourse"
      draft=""
      initial={{}}
      input={({ courseId }: { courseId: string }) => ({ courseId, unitId, quizId, itemId })}
      submit="放进课程"
      done={() => void message.success('已放进课程，通过才算完成这一项')}
    >
      <CourseSelect />
    </ActForm>
  )
}

function Withdraw({ quiz: { unitId, quizId, title }, close }: { quiz: Key; close: () => void }) {
  const { mutate, isPending } = useAct('quizzes.withdraw')
  const [asking, setAsking] = useState(false)
  return (
    <div className={styles.actions}>
      <Button danger onClick={() => setAsking(true)}>
        撤下测验
      </Button>
      {asking ? (
        <ConfirmByName
          question="撤下这个测验？"
          name={title}
          verb="撤下"
          pending={isPending}
          confirm={() => mutate({ unitId, quizId }, { onSuccess: close })}
          cancel={() => setAsking(false)}
        >
          还没有答的不能再答；已有成绩和心得保留。
        </ConfirmByName>
      ) : null}
    </div>
  )
}
