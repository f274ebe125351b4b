import type { EntryOf, Output } from '@zhixing/contract'
import {
  appealStates,
  disposalGrounds,
  disposalKinds,
  disposalStates,
  statementWays,
} from '@zhixing/contract/conduct-words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { keysOf } from '@zhixing/kit/words.ts'
import { Button } from 'antd'
import details from '../../ui/Details.module.css'
import { CaseNext } from './CaseNext.tsx'
import styles from './Conduct.module.css'
import { useLook } from './use-look.ts'

export type File = Output<EntryOf<'conduct.look'>>

type Props = { unitId: string; caseId: string; day: string }

/** All of one case, and the one thing that comes next. */
export function CaseView({ unitId, caseId, day }: Props) {
  const answer = useLook('conduct.look', { unitId, caseId })
  return (
    <Answered answer={answer}>
      {(file) => (
        <div className={styles.panel}>
          <p>
            {file.name} · {file.organizationName} · {disposalKinds[file.kind]} ·{' '}
            {disposalStates[file.state]}
          </p>
          <p className={styles.note}>
            {disposalGrounds[file.ground]}；{file.clauses.join('；')}
          </p>
          <h3>事实</h3>
          <p className={styles.said}>{file.facts}</p>
          <Heard file={file} />
          <Correction file={file} />
          <Steps file={file} />
          <Decided file={file} />
          <CaseNext
            key={`${file.state}${file.step}${String(file.version)}`}
            file={file}
            day={day}
          />
        </div>
      )}
    </Answered>
  )
}

function Heard({ file: { statement, talks, notes } }: { file: File }) {
  return (
    <>
      {statement ? (
        <>
          <h3>{statementWays[statement.way]}</h3>
          <p className={styles.said}>{statement.text}</p>
          <p className={styles.note}>
            {statement.on} {statement.byName}
          </p>
        </>
      ) : null}
      {talks.length > 0 || notes.length > 0 ? <h3>谈话和帮教</h3> : null}
      <ul className={details.log}>
        {talks.map(({ talkId, heldOn, talkerName }) => (
          <li key={talkId}>
            {heldOn} {talkerName}谈过（内容见谈话提醒）
          </li>
        ))}
        {notes.map(({ on, text, byName, at }) => (
          <li key={at}>
            {on} {text}
            <small>{byName}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Correction({ file: { correction } }: { file: File }) {
  if (!correction) return null
  return (
    <>
      <h3>限期改正</h3>
      <p>
        到 {correction.until}，{correction.helperName}帮教
      </p>
      <p className={styles.said}>{correction.measures}</p>
    </>
  )
}

function Steps({ file: { steps, step, log, dueOn, isLate, vote } }: { file: File }) {
  if (steps.length === 0) return null
  return (
    <>
      <h3>办理过程</h3>
      <ul className={details.log}>
        {steps.map(({ key, name, isPassed }) => (
          <li key={key}>
            <span className={details.mark}>
              <Shape name={shapeOf(isPassed, key === step)} />
              {name}
              {key === step && dueOn ? (
                <span className={isLate ? details.late : undefined}>
                  （{dueOn} 前{isLate ? '，已逾期' : ''}）
                </span>
              ) : null}
            </span>
            {log
              .filter((one) => one.stepName === name)
              .map(({ on, outcomeName, reason, byName }) => (
                <small key={`${on}${outcomeName}`}>
                  {on} {outcomeName}
                  {reason ? `，${reason}` : ''}，{byName}
                </small>
              ))}
            {key === 'resolve' && vote ? <small>{vote.result}</small> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function shapeOf(isPassed: boolean, isNow: boolean) {
  if (isPassed) return 'check'
  return isNow ? 'half' : 'ring'
}

const papers = {
  facts: '事实材料',
  resolution: '支部决议',
  request: '请示',
  notice: '决定告知书',
} as const

function Decided({ file }: { file: File }) {
  const { unitId, caseId, decidedOn, noticedOn, appealUntil, appeal, state, kind } = file
  // A correction is decided by the branch's committee: nothing is voted on, and nothing asked of those above.
  const own = keysOf(papers).filter(
    (paper) => kind !== 'correct' || paper === 'facts' || paper === 'notice',
  )
  return (
    <>
      {decidedOn ? (
        <p>
          {decidedOn} 决定
          {noticedOn ? `，${noticedOn} 通知本人` : ''}
          {appealUntil ? `，${appealUntil} 前可以申诉` : ''}
        </p>
      ) : null}
      {appeal ? (
        <>
          <h3>{appealStates[appeal.state]}</h3>
          <p className={styles.said}>{appeal.text}</p>
          {appeal.answer ? <p>复议：{appeal.answer}</p> : null}
        </>
      ) : null}
      {state === 'draft' ? null : (
        <div className={details.acts}>
          {own.map((paper) => (
            <Button key={paper} href={`/api/conduct/${unitId}/${caseId}/${paper}.docx`}>
              {papers[paper]}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
