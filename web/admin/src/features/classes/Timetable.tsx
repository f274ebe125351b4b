import { courseRoles, sessionKinds } from '@zhixing/contract/class-words.ts'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Conclude } from './Conclude.tsx'
import { Mixes } from './Mixes.tsx'
import { SessionForm } from './SessionForm.tsx'
import { keyOf, type ClassState, type Session } from './class.ts'
import details from '../../ui/Details.module.css'
import styles from './Classes.module.css'

/** The lessons of a class day by day, what they have to keep to, and how the hours are spread. */
export function Timetable({ state }: { state: ClassState }) {
  const { open } = useSearch({ from: '/shell/classes/$unitId/$classId' })
  const change = useSearchChange()
  const close = () => change({ open: undefined })
  const answer = useAnswer('timetables.show', keyOf(state))
  const isOpen = state.can.keep && ['approved', 'announced'].includes(state.state)
  return (
    <Answered answer={answer}>
      {({ sessions, checks, mixes, minutes }) => {
        const chosen = sessions.find(({ sessionId }) => sessionId === open)
        return (
          <Section title="课程表" aside={`共 ${sessions.length} 节，${hours(minutes)} 小时`}>
            <ul className={styles.checks} aria-label="排课要求">
              {checks.map(({ key, name, isMet, sentence, clause }) => (
                <li key={key}>
                  <Shape name={isMet ? 'check' : 'triangle'} />
                  <span>
                    {name}：{sentence} <small>{clause}</small>
                  </span>
                </li>
              ))}
            </ul>
            {isOpen ? (
              <div className={styles.actions}>
                <Button onClick={() => change({ open: 'lesson' })}>排一节课</Button>
              </div>
            ) : null}
            <Days sessions={sessions} choose={(id) => change({ open: id })} />
            <Mixes mixes={mixes} />
            <DetailPanel title="排一节课" open={open === 'lesson' && isOpen} onClose={close}>
              <SessionForm state={state} close={close} />
            </DetailPanel>
            <DetailPanel title={chosen?.title ?? ''} open={chosen !== undefined} onClose={close}>
              {chosen ? (
                <Lesson
                  key={chosen.sessionId}
                  state={state}
                  session={chosen}
                  isOpen={isOpen}
                  close={close}
                />
              ) : null}
            </DetailPanel>
          </Section>
        )
      }}
    </Answered>
  )
}

const parts = ['上午', '下午', '晚上'] as const

function partOf({ startsAt }: Session): (typeof parts)[number] {
  const time = timeOf(startsAt)
  if (time < '12:00') return '上午'
  return time < '18:00' ? '下午' : '晚上'
}

/** A grid: a day a line, a half day a column. */
function Days({ sessions, choose }: { sessions: Session[]; choose: (id: string) => void }) {
  const days = [...new Set(sessions.map(({ startsAt }) => dayOf(startsAt)))]
  if (days.length === 0) return <p>还没有排课。</p>
  return (
    <div className={details.wide}>
      <table className={styles.grid} aria-label="课程表">
        <thead>
          <tr>
            <th scope="col">日期</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                {part}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{monthDay(day)}</th>
              {parts.map((part) => (
                <td key={part}>
                  {sessions
                    .filter((one) => dayOf(one.startsAt) === day && partOf(one) === part)
                    .map((one) => (
                      <Cell key={one.sessionId} session={one} choose={choose} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ session, choose }: { session: Session; choose: (id: string) => void }) {
  const { title, startsAt, endsAt, kind, role, needSentence, lecturerName, place } = session
  return (
    <span className={styles.lesson}>
      {timeOf(startsAt)}—{timeOf(endsAt)}
      <Button type="link" size="small" onClick={() => choose(session.sessionId)}>
        {title}
      </Button>
      <small>
        {[
          sessionKinds[kind],
          courseRoles[role],
          needSentence ? '按需求开' : '',
          lecturerName,
          place,
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      <small>{rollOf(session)}</small>
    </span>
  )
}

function rollOf({ hasRecord, isClosed, due, present, excused, absent }: Session): string {
  if (!hasRecord) return ''
  if (present + excused + absent === 0) return `应到 ${due}`
  const counts = `应到 ${due}，实到 ${present}，请假 ${excused}，缺席 ${absent}`
  return isClosed ? `${counts}，已关闭` : counts
}

type LessonProps = { state: ClassState; session: Session; isOpen: boolean; close: () => void }

function Lesson({ state, session, isOpen, close }: LessonProps) {
  const { hasRecord, sessionId, kind, summary } = session
  const talks = kind === 'discussion' || kind === 'seminar'
  return (
    <>
      {hasRecord ? (
        <div className={styles.actions}>
          <LinkButton to={`/activities/${state.unitId}/${sessionId}`}>点名和签到</LinkButton>
        </div>
      ) : null}
      {session.needSentence ? <p>回应培训需求：{session.needSentence}</p> : null}
      {summary ? <p>小结：{summary}</p> : null}
      {talks && state.can.keep ? <Conclude state={state} session={session} /> : null}
      {isOpen && !session.isClosed ? (
        <SessionForm state={state} session={session} close={close} />
      ) : null}
    </>
  )
}
