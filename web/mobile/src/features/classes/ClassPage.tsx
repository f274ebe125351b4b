import type { EntryOf, Output } from '@zhixing/contract'
import { enrolmentResults, feedbackKinds } from '@zhixing/contract/class-words.ts'
import { marks } from '@zhixing/contract/words.ts'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay, weekday } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Folded, SayForm } from '../../ui/SayForm.tsx'
import { SubPage } from '../../ui/SubPage.tsx'
import rows from '../../ui/Rows.module.css'
import form from '../../ui/Form.module.css'

type Shown = Output<EntryOf<'enrolments.lessons'>>
type Lesson = Shown['sessions'][number]
type Key = { unitId: string; classId: string }

/** One class of mine: when and where the next lesson is, what I missed, and the way out. */
export function ClassPage() {
  const key = useParams({ from: '/classes/$unitId/$classId' })
  const answer = useAnswer('enrolments.lessons', key)
  return (
    <SubPage title="培训班" back="/classes">
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Sentence note={`${shown.title} · ${shown.organizationName}`}>
              {sentenceOf(shown)}
            </Sentence>
            <Notice shown={shown} />
            <AskedRows asked={shown.asked} />
            <h2 className={rows.title}>课程表</h2>
            {shown.sessions.length === 0 ? (
              <p className={rows.row}>课程表还没有排，排好以后列在这里。</p>
            ) : null}
            {shown.sessions.map((lesson) => (
              <LessonRow key={lesson.sessionId} unitId={key.unitId} lesson={lesson} />
            ))}
            {shown.result ? null : <Withdraw classKey={key} />}
          </>
        )}
      </Answered>
    </SubPage>
  )
}

function sentenceOf({ result, resultReason, sessions }: Shown): string {
  if (result === 'passed') return '已结业。'
  if (result) return `${enrolmentResults[result]}${resultReason ? `：${resultReason}` : ''}。`
  const next = sessions.find(({ endsAt }) => Date.parse(endsAt) > Date.now())
  if (!next) return sessions.length > 0 ? '课程已上完，等待结业。' : '已录取，课程表还没有排。'
  const day = dayOf(next.startsAt)
  return `下一节课：${monthDay(day)} ${weekday(day)} ${timeOf(next.startsAt)}，${next.title}。`
}

function Notice({ shown }: { shown: Shown }) {
  const { purpose, requirements, place, contactName, contactPhone, clause } = shown
  const { missedMinutes, leaveMinutes, totalMinutes } = shown
  return (
    <dl className={form.facts}>
      <dt>地点</dt>
      <dd>{place}</dd>
      <dt>内容</dt>
      <dd>{purpose}</dd>
      {requirements ? (
        <>
          <dt>要求</dt>
          <dd>{requirements}</dd>
        </>
      ) : null}
      <dt>联系</dt>
      <dd>
        {contactName} <a href={`tel:${contactPhone}`}>{contactPhone}</a>
      </dd>
      {totalMinutes > 0 ? (
        <>
          <dt>请假</dt>
          <dd>
            已缺课 {hours(missedMinutes)} 小时；缺课超过 {hours(leaveMinutes)} 小时不发证书（
            {clause}）
          </dd>
        </>
      ) : null}
    </dl>
  )
}

/** What this class asks of its learners: how it was, and later what became of it. */
function AskedRows({ asked }: Pick<Shown, 'asked'>) {
  const shown = asked.filter(({ isOpen, isAnswered }) => isOpen || isAnswered)
  if (shown.length === 0) return null
  return (
    <>
      <h2 className={rows.title}>请您说说</h2>
      {shown.map(({ unitId, surveyId, kind, until, isAnswered }) => (
        <Link
          key={surveyId}
          to="/surveys/$unitId/$surveyId"
          params={{ unitId, surveyId }}
          className={rows.row}
        >
          <h3>{feedbackKinds[kind]} ›</h3>
          <p>{isAnswered ? '已经答过' : `${monthDay(until)}前作答`}</p>
        </Link>
      ))}
    </>
  )
}

function stateOf({ hasRecord, mark, startsAt }: Lesson): { word: string; shape: ShapeName } {
  if (mark === 'present') return { word: marks.present, shape: 'check' }
  if (mark) return { word: marks[mark], shape: mark === 'excused' ? 'slip' : 'cross' }
  if (!hasRecord) return { word: '不签到', shape: 'dashed' }
  return Date.parse(startsAt) > Date.now()
    ? { word: '未开始', shape: 'ring' }
    : { word: '请扫投屏上的码签到', shape: 'half' }
}

function LessonRow({ unitId, lesson }: { unitId: string; lesson: Lesson }) {
  const { sessionId, title, startsAt, endsAt, place, lecturerName, hasRecord, mark } = lesson
  const { word, shape } = stateOf(lesson)
  const day = dayOf(startsAt)
  const content = (
    <>
      <h3>{title}</h3>
      <p>
        {monthDay(day)} {weekday(day)} {timeOf(startsAt)}—{timeOf(endsAt)}
      </p>
      <p>{[place, lecturerName].filter(Boolean).join(' · ')}</p>
      <p className={rows.state}>
        <span>
          <Shape name={shape} />
          {word}
        </span>
        {hasRecord ? <small>{mark ? '看详情 ›' : '请假、看详情 ›'}</small> : null}
      </p>
    </>
  )
  if (!hasRecord) return <div className={rows.row}>{content}</div>
  return (
    <Link
      to="/activities/$unitId/$activityId"
      params={{ unitId, activityId: sessionId }}
      className={rows.row}
    >
      {content}
    </Link>
  )
}

/** Folded away; the reason goes to whoever leads the class. */
function Withdraw({ classKey }: { classKey: Key }) {
  const navigate = useNavigate()
  const { mutate, isPending, error } = useAct('enrolments.step')
  const leave = (reason: string) =>
    mutate({ ...classKey, reason }, { onSuccess: () => void navigate({ to: '/classes' }) })
  return (
    <Folded word="不能参加，要退出这个班">
      <SayForm
        label="退出的原因（空出的名额给候补的同志）"
        word="退出"
        most={200}
        isPrimary
        isPending={isPending}
        problem={error?.message}
        send={leave}
      />
    </Folded>
  )
}
