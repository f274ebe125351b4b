import type { EntryOf, Output } from '@zhixing/contract'
import { caseStates } from '@zhixing/contract/procedure-words.ts'
import { dayOf, timeOf } from '@zhixing/kit/format/clock.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Failed } from '@zhixing/kit/ui/Failed.tsx'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import { Waiting } from '@zhixing/kit/ui/Waiting.tsx'
import { Button, Input } from 'antd'
import { useState } from 'react'
import styles from './StepLog.module.css'

type Case = Output<EntryOf<'procedures.show'>>['cases'][number]
type Decision = { step: string; outcome: string; reason: string }

type Props = {
  unitId: string
  /** "plan:<id>" */
  subject: string
  /** How a decision is sent; without, the log is only read. */
  decide?: (decision: Decision) => void
  isPending?: boolean
  problem?: string | undefined
  /** What is said before anything was put forward. */
  empty: string
}

/** How something is being decided: its steps, what was decided and why, and the buttons for whose turn it is. */
export function StepLog({ unitId, subject, empty, ...deciding }: Props) {
  const answer = useAnswer('procedures.show', { unitId, subject })
  if (answer.data)
    return answer.data.cases.map((one) => (
      <OneCase key={one.caseId} shown={one} deciding={deciding} />
    ))
  if (answer.error && 'status' in answer.error && answer.error.status === 404) return <p>{empty}</p>
  if (answer.error) return <Failed error={answer.error} retry={() => void answer.refetch()} />
  return <Waiting />
}

function OneCase({
  shown,
  deciding,
}: {
  shown: Case
  deciding: Omit<Props, 'unitId' | 'subject' | 'empty'>
}) {
  const { name, state, steps, log, current, startedByName, startedAt } = shown
  return (
    <section aria-label={name}>
      <h3>
        {name} · {caseStates[state]}
      </h3>
      <ol className={styles.steps}>
        {steps.map((step) => {
          const isNow = current?.step === step.key
          return (
            <li key={step.key} className={isNow ? styles.now : undefined}>
              <Shape name={shapeOf(step.isPassed, isNow)} />
              {step.name}（{step.deciders}）
            </li>
          )
        })}
      </ol>
      <ul className={styles.log}>
        <li>
          {startedByName}提交
          <small>{said(startedAt)}</small>
        </li>
        {log.map(({ step, stepName, outcomeName, byName, at, reason, isLate }) => (
          <li key={`${step}${at}`}>
            {stepName}：{outcomeName}
            {reason ? `，${reason}` : ''}
            <small>
              {byName}，{said(at)}
              {isLate ? <b className={styles.late}>（逾期办理）</b> : null}
            </small>
          </li>
        ))}
      </ul>
      {current ? <Turn current={current} {...deciding} /> : null}
    </section>
  )
}

function shapeOf(isPassed: boolean, isNow: boolean): ShapeName {
  if (isPassed) return 'check'
  return isNow ? 'half' : 'ring'
}

function said(at: string): string {
  return `${dayOf(at)} ${timeOf(at)}`
}

type TurnProps = { current: NonNullable<Case['current']> } & Pick<
  Props,
  'decide' | 'isPending' | 'problem'
>

function Turn({ current, decide, isPending = false, problem }: TurnProps) {
  const [reason, setReason] = useState('')
  const { step, stepName, deciders, dueOn, isLate, refusal, outcomes } = current
  return (
    <>
      <p>
        现在等{deciders}办理“{stepName}”
        {dueOn ? (
          <span className={isLate ? styles.late : undefined}>
            ，{dueOn} 前办结{isLate ? '，已逾期' : ''}
          </span>
        ) : null}
        。
      </p>
      {refusal === null && decide ? (
        <>
          <Input
            aria-label="意见"
            placeholder="意见（退回时必填）"
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <p className={styles.late} role="alert">
            {problem}
          </p>
          <div className={styles.acts}>
            {outcomes.map(({ key, name, needsReason }) => (
              <Button
                key={key}
                type={needsReason ? 'default' : 'primary'}
                loading={isPending}
                disabled={needsReason && reason.trim().length < 2}
                onClick={() => decide({ step, outcome: key, reason: reason.trim() })}
              >
                {name}
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </>
  )
}
