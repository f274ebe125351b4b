import type { EntryOf, Input } from '@zhixing/contract'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { fromNow } from '@zhixing/kit/format/day.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button, Input as TextInput, InputNumber } from 'antd'
import { useState } from 'react'
import details from '../../ui/Details.module.css'
import styles from './Development.module.css'
import { MeetingVote, type Motion } from './MeetingVote.tsx'
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
        <p className={details.late}>先要办好：{next.lacks.join('、')}。</p>
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
        <span className={isLate ? details.late : undefined}>
          应在 {dueOn} 前办结，{fromNow(today, dueOn)}
          {limitOn ? `；有特殊情况写明理由，最迟 ${limitOn}` : ''}。
        </span>
      ) : null}
    </>
  )
}

type Filled = {
  on: string
  reason: string
  papers: Papers
  votes: Votes
  motion: Motion | null
  months: number
}

function Decide({ shown, next }: { shown: Shown; next: Next }) {
  const { mutate, isPending, error } = useAct('development.decide')
  const [filled, setFilled] = useState<Filled>(() => ({
    on: thisDay(),
    reason: '',
    papers: {},
    votes: noVotes,
    motion: null,
    months: 6,
  }))
  const reason = filled.reason.trim()
  const decide = (outcome: string) => mutate(decisionOf({ shown, next, outcome, filled }))
  return (
    <>
      <PaperFields
        wanted={next.papers}
        papers={filled.papers}
        change={(papers) => setFilled({ ...filled, papers })}
        shown={shown}
      />
      {next.needsVote ? (
        <MeetingVote
          shown={shown}
          motion={filled.motion}
          choose={(motion, on) => setFilled({ ...filled, motion, on: on ?? filled.on })}
        >
          <VoteFields
            votes={filled.votes}
            change={(votes) => setFilled({ ...filled, votes })}
            roll={next.roll}
          />
        </MeetingVote>
      ) : null}
      <Words next={next} filled={filled} change={setFilled} />
      <p className={details.problem} role="alert">
        {error?.message}
      </p>
      <div className={details.acts}>
        {next.outcomes.map(({ key, name, needsReason }) => (
          <Button
            key={key}
            type={needsReason ? 'default' : 'primary'}
            loading={isPending}
            disabled={needsReason && reason.length < 2}
            onClick={() => decide(key)}
          >
            {name}
          </Button>
        ))}
      </div>
    </>
  )
}

type Chosen = { shown: Shown; next: Next; outcome: string; filled: Filled }

function decisionOf({ shown, next, outcome, filled }: Chosen): Decision {
  const { on, reason, papers, votes, motion, months } = filled
  return {
    ...keyOf(shown),
    step: next.step,
    outcome,
    on,
    reason: reason.trim(),
    papers: Object.entries(papers).map(([key, { fileId }]) => ({ key, fileId })),
    vote: next.needsVote && motion === null ? votes : null,
    motion,
    months: outcome === 'extend' ? months : null,
  }
}

type WordsProps = { next: Next; filled: Filled; change: (filled: Filled) => void }

function Words({ next, filled, change }: WordsProps) {
  return (
    <>
      {next.outcomes.some(({ key }) => key === 'extend') ? (
        <div className={styles.field}>
          <span>延长预备期的，延长几个月</span>
          <InputNumber
            aria-label="延长几个月"
            min={6}
            max={12}
            value={filled.months}
            onChange={(months) => change({ ...filled, months: months ?? 6 })}
          />
        </div>
      ) : null}
      <div className={styles.field}>
        <span>办理日期</span>
        <TextInput
          aria-label="办理日期"
          type="date"
          max={thisDay()}
          value={filled.on}
          onChange={({ target }) => change({ ...filled, on: target.value })}
        />
      </div>
      <div className={styles.field}>
        <span>意见（退回、终止、逾期的须写明）</span>
        <TextInput
          aria-label="意见"
          maxLength={200}
          value={filled.reason}
          onChange={({ target }) => change({ ...filled, reason: target.value })}
        />
      </div>
    </>
  )
}
