import type { EntryOf, Output } from '@zhixing/contract'
import { clockStages, conductClocks } from '@zhixing/contract/conduct-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/LinkButton.tsx'
import details from '../../ui/Details.module.css'
import { AssignForm, DraftForm, TalkForm } from './ClockForms.tsx'
import styles from './Conduct.module.css'

export type ShownMember = Output<EntryOf<'conduct.member'>>

/** How three clocks came about, what was done about them, and what can be done next. */
export function MemberClocks({ unitId, memberId }: { unitId: string; memberId: string }) {
  const answer = useAnswer('conduct.member', { unitId, memberId })
  return (
    <Answered answer={answer}>
      {(shown) => (
        <div className={styles.panel}>
          <p>
            {shown.organizationName}
            {shown.isExcused ? '，现在免硬性要求，月数暂停' : ''}
          </p>
          <ul className={styles.clocks}>
            {shown.clocks.map(({ clock, sentence, stage }) => (
              <li key={clock}>
                <b>{conductClocks[clock]}</b>
                <span className={stage === 'clear' ? undefined : styles.grave}>{sentence}</span>
              </li>
            ))}
          </ul>
          <Months shown={shown} clock="life" />
          <Months shown={shown} clock="work" />
          <Said shown={shown} />
          {shown.caseId ? (
            <p>
              <LinkButton to={`/conduct/cases?open=${unitId}:${shown.caseId}`}>看处置</LinkButton>
            </p>
          ) : null}
          {shown.mayHandle ? <Doings shown={shown} /> : null}
        </div>
      )}
    </Answered>
  )
}

function Months({ shown, clock }: { shown: ShownMember; clock: 'life' | 'work' }) {
  const rows = shown.months.filter((one) => one.clock === clock)
  if (rows.length === 0) return null
  return (
    <>
      <h3>逐月{conductClocks[clock]}</h3>
      <ul className={styles.months}>
        {rows.map(({ month, asked, done, isPaused }) => (
          <li key={month}>
            {month.slice(2)}
            <small className={asked && !done && !isPaused ? styles.missed : undefined}>
              {wordOf({ asked, done, isPaused })}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

function wordOf({ asked, done, isPaused }: { asked: boolean; done: boolean; isPaused: boolean }) {
  if (done) return '做到'
  if (isPaused) return '免要求'
  return asked ? '没有' : '请假'
}

function Said({ shown: { warnings, talks, tasks } }: { shown: ShownMember }) {
  return (
    <>
      <Log title="已发出的提醒" rows={warnings}>
        {({ clock, stage, months, on }) => (
          <li key={`${clock}${stage}${on}`}>
            {on} {clockStages[stage]}：{conductClocks[clock]}连续 {months} 个月没有做到
          </li>
        )}
      </Log>
      <Log title="谈话" rows={talks}>
        {({ plannedOn, heldOn, talkerName }) => (
          <li key={`${plannedOn}${talkerName}`}>
            {heldOn ? `${heldOn} ${talkerName}谈过` : `${plannedOn} ${talkerName}约谈`}
          </li>
        )}
      </Log>
      <Log title="分配的工作" rows={tasks}>
        {({ taskId, title, dueOn, doneOn, isLate }) => (
          <li key={taskId}>
            {title}
            <small className={isLate ? details.late : undefined}>
              {doneOn ? `${doneOn} 做完` : `${dueOn} 前完成${isLate ? '，已逾期' : ''}`}
            </small>
          </li>
        )}
      </Log>
    </>
  )
}

type LogProps<Row> = { title: string; rows: readonly Row[]; children: (row: Row) => ReactNode }

function Log<Row>({ title, rows, children }: LogProps<Row>) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul className={details.log}>{rows.map(children)}</ul>
    </>
  )
}

function Doings({ shown }: { shown: ShownMember }) {
  return (
    <>
      {shown.stage !== 'clear' && !shown.hasOpenTalk ? <TalkForm shown={shown} /> : null}
      <AssignForm shown={shown} />
      {shown.caseId === null ? <DraftForm shown={shown} /> : null}
    </>
  )
}
