import type { EntryOf, Output } from '@zhixing/contract'
import {
  observationGrades,
  observationStates,
  studyForms,
  studyPapers,
  studyStates,
} from '@zhixing/contract/study-words.ts'
import { monthDay, moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Button } from 'antd'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SessionActs } from './SessionActs.tsx'
import details from '../../ui/Details.module.css'
import styles from './StudyGroups.module.css'

export type Session = Output<EntryOf<'studyGroups.session'>>

/** One sitting: its roll and minutes, its report, who sat in, its papers. */
export function SessionPanel({ open, close }: { open: string | undefined; close: () => void }) {
  const [unitId = '', sessionId = ''] = open?.split('~') ?? []
  return (
    <DetailPanel title="中心组学习" open={open !== undefined} onClose={close}>
      {open ? <One key={open} unitId={unitId} sessionId={sessionId} /> : null}
    </DetailPanel>
  )
}

function One(key: { unitId: string; sessionId: string }) {
  const answer = useAnswer('studyGroups.session', key)
  return (
    <Answered answer={answer}>
      {(session) => (
        <>
          <h2>
            {session.title} <small>{studyStates[session.state]}</small>
          </h2>
          <Facts session={session} />
          <Links session={session} />
          <Roll session={session} />
          <Report session={session} />
          <Observers session={session} />
          <Papers session={session} />
          {session.mayManage ? <SessionActs key={session.version} session={session} /> : null}
        </>
      )}
    </Answered>
  )
}

function Facts({ session }: { session: Session }) {
  const { groupName, form, isExtended, startsAt, place, speakers, topic, books, hearing } = session
  const facts = [
    ['中心组', groupName],
    ['形式', `${studyForms[form]}${isExtended ? '（扩大）' : ''}`],
    ['时间', moment(startsAt)],
    ['地点', place],
    ['主讲、重点发言', speakers],
    ['计划专题', topic],
    ['书目', books.map((book) => `《${book}》`).join('、')],
    ['听取汇报', hearing],
  ]
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name ?? ''}=`}>{value}</dd>,
        ])}
    </dl>
  )
}

function Links({ session }: { session: Session }) {
  const { unitId, sessionId, hasRecord, report } = session
  return (
    <div className={styles.actions}>
      {hasRecord ? (
        <LinkButton to={`/activities/${unitId}/${sessionId}`}>点名与记录</LinkButton>
      ) : null}
      {report ? (
        <Button href={`/api/study-groups/sessions/${unitId}/${sessionId}/report`}>
          报告 .docx
        </Button>
      ) : null}
    </div>
  )
}

function Roll({
  session: { hasRecord, isClosed, due, present, roll, minutes },
}: {
  session: Session
}) {
  if (!hasRecord) return <p>自学不点名、不计学时，学习后写要点上报。</p>
  if (!isClosed) return <p>应到 {due} 人；点名和记录还没有办结。</p>
  const away = roll.filter(({ mark }) => mark !== '到会')
  return (
    <>
      <p>
        应到 {due} 人，实到 {present} 人
        {away.length > 0
          ? `；没到的：${away.map(({ name, mark, note }) => `${name}（${note || mark}）`).join('、')}`
          : ''}
        。
      </p>
      <p>{minutes}</p>
    </>
  )
}

function Report({ session: { report, state, dueOn, isLate } }: { session: Session }) {
  if (!report)
    return state === 'overdue' ? (
      <p className={styles.late}>一学一报应在{monthDay(dueOn)}前上报，已逾期。</p>
    ) : null
  return (
    <>
      <h3 className={details.title}>
        一学一报，{report.byName}上报{isLate ? '（迟报）' : ''}
      </h3>
      <p>{report.points}</p>
      {report.resolutions ? <p>决议：{report.resolutions}</p> : null}
      {report.followUp ? <p>落实：{report.followUp}</p> : null}
    </>
  )
}

function Observers({ session: { observers } }: { session: Session }) {
  if (observers.length === 0) return null
  return (
    <>
      <h3 className={details.title}>列席旁听</h3>
      <ul className={details.log}>
        {observers.map(({ observationId, name, state, grade, score, advice }) => (
          <li key={observationId}>
            {name}，{observationStates[state]}
            {grade ? `，${observationGrades[grade]}，${String(score ?? 0)} 分` : ''}
            {advice ? <small>{advice}</small> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Papers({ session: { papers } }: { session: Session }) {
  if (papers.length === 0) return null
  return (
    <>
      <h3 className={details.title}>材料</h3>
      <ul className={details.log}>
        {papers.map(({ unitId, fileId, name, paper }) => (
          <li key={fileId}>
            <a href={`/api/files/${unitId}/${fileId}`}>{name}</a>
            <small>{studyPapers[paper]}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
