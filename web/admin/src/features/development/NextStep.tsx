import type { EntryOf, Input } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { fromNow } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input as TextInput, InputNumber } from 'antd'
import { useState } from 'react'
import styles from './Development.module.css'
import { PaperFields, type Papers } from './PaperFields.tsx'
import { VoteFields, noVotes, type Votes } from './VoteFields.tsx'
import { keyOf, type Next, type Shown } from './shown.ts'

type Decision = Input<EntryOf<'development.decide'>>

/** The step whose turn it is: since when, until when, what it lacks, and the buttons for whoever decides it. */
export function NextStep({ shown }: { shown: Shown }) {
  const { next } = shown
  if (!next) return null
  return (
    <section className={styles.next} aria-label="下一步">
      <h2>
        第 {next.number} 步 {next.stepName}
      </h2>
      <p>
        由{next.deciders}办理。
        <When next={next} />
      </p>
      {next.lacks.length > 0 ? (
        <p className={styles.late}>先要办好：{next.lacks.join('、')}。</p>
      ) : null}
      <p>
        <small>{next.clause}</small>
      </p>
      {next.refusal === null ? <Decide shown={shown} next={next} /> : <p>{next.refusal}</p>}
    </section>
  )
}

function When({ next: { earliestOn, dueOn, limitOn, isLate, isProvisional } }: { next: Next }) {
  const today = thisDay()
  return (
    <>
      {earliestOn && earliestOn > today ? `最早 ${earliestOn} 可办。` : ''}
      {isProvisional ? '（该年度放假安排未公布，日期为推算。）' : ''}
      {dueOn ? (
        <span className={isLate ? styles.late : undefined}>
          应在 {dueOn} 前办结，{fromNow(today, dueOn)}
          {limitOn ? `；有特殊情况写明理由，最迟 ${limitOn}` : ''}。
        </span>
      ) : null}
    </>
  )
}

function Decide({ shown, next }: { shown: Shown; next: Next }) {
  const { mutate, isPending, error } = useAct('development.decide')
  const [on, setOn] = useState(thisDay)
  const [reason, setReason] = useState('')
  const [papers, setPapers] = useState<Papers>({})
  const [votes, setVotes] = useState<Votes>(noVotes)
  const [months, setMonths] = useState(6)
  const decide = (outcome: string) => {
    const decision: Decision = {
      ...keyOf(shown),
      ...{ step: next.step, outcome, on, reason: reason.trim() },
      papers: Object.entries(papers).map(([key, { fileId }]) => ({ key, fileId })),
      vote: next.needsVote ? votes : null,
      months: outcome === 'extend' ? months : null,
    }
    mutate(decision)
  }
  return (
    <>
      <PaperFields wanted={next.papers} papers={papers} change={setPapers} shown={shown} />
      {next.needsVote ? <VoteFields votes={votes} change={setVotes} roll={next.roll} /> : null}
      {next.outcomes.some(({ key }) => key === 'extend') ? (
        <label className={styles.field}>
          延长预备期的，延长几个月
          <InputNumber
            min={6}
            max={12}
            value={months}
            onChange={(value) => setMonths(value ?? 6)}
          />
        </label>
      ) : null}
      <label className={styles.field}>
        办理日期
        <TextInput
          type="date"
          max={thisDay()}
          value={on}
          onChange={({ target }) => setOn(target.value)}
        />
      </label>
      <label className={styles.field}>
        意见（退回、终止、逾期的须写明）
        <TextInput
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <div className={styles.acts}>
        {next.outcomes.map(({ key, name, needsReason }) => (
          <Button
            key={key}
            type={needsReason ? 'default' : 'primary'}
            loading={isPending}
            disabled={needsReason && reason.trim().length < 2}
            onClick={() => decide(key)}
          >
            {name}
          </Button>
        ))}
      </div>
    </>
  )
}
