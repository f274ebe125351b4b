import type { BallotChoices, EntryOf, Output } from '@zhixing/contract'
import { ballotMarks, othersPrefix } from '@zhixing/contract/ballot-words.ts'
import type { BallotMark } from '@zhixing/contract/ballot-words.ts'
import Button from 'antd-mobile/es/components/button'
import { useState } from 'react'
import styles from './Ballots.module.css'

type Slip = Output<EntryOf<'ballots.slip'>>
type Props = { slip: Slip; send: (choices: BallotChoices) => Promise<void> }

/** The slip as it lies on the table: a line each, a mark on each; looked over before it goes in for good. */
export function SlipForm({ slip, send }: Props) {
  const [choices, setChoices] = useState<BallotChoices>({})
  const [isSure, setSure] = useState(false)
  const { problem, isPending, go } = useSending(() => send(choices))
  const set = (key: string, mark: BallotMark | undefined) => {
    const { [key]: _, ...rest } = choices
    setChoices(mark ? { ...rest, [key]: mark } : rest)
    setSure(false)
  }
  const over = overOf(slip, choices)
  const isBlank = Object.keys(choices).length === 0
  return (
    <form
      className={styles.slip}
      onSubmit={(event) => {
        event.preventDefault()
        if (isSure) go()
        else setSure(true)
      }}
    >
      {slip.explanation ? <p className={styles.note}>{slip.explanation}</p> : null}
      {slip.most ? (
        <p className={styles.note}>
          “{ballotMarks[slip.most.mark]}”最多选 {slip.most.count} 个。
        </p>
      ) : null}
      {slip.lines.map(({ key, text }) => (
        <Line
          key={key}
          name={text}
          marks={slip.marks}
          value={choices[key]}
          set={(mark) => set(key, mark)}
        />
      ))}
      <Others slip={slip} choices={choices} set={set} />
      {isSure ? (
        <p className={styles.sure}>您的选票：{saidOf(slip, choices)}。投出后不能再改。</p>
      ) : null}
      <p className={styles.problem} role="alert">
        {over || problem}
      </p>
      <Button
        block
        type="submit"
        color="primary"
        loading={isPending}
        disabled={isBlank || over !== ''}
      >
        {isSure ? '确认投票' : '填好了'}
      </Button>
    </form>
  )
}

type LineProps = {
  name: string
  marks: readonly BallotMark[]
  value: BallotMark | undefined
  set: (mark: BallotMark) => void
}

function Line({ name, marks, value, set }: LineProps) {
  return (
    <fieldset className={styles.line}>
      <legend>{name}</legend>
      <div className={styles.marks}>
        {marks.map((mark) => (
          <label key={mark}>
            <input type="radio" name={name} checked={value === mark} onChange={() => set(mark)} />
            {ballotMarks[mark]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type OthersProps = {
  slip: Slip
  choices: BallotChoices
  set: (key: string, mark: BallotMark | undefined) => void
}

/** 另选他人: whoever stands on no line and has a vote. */
function Others({ slip: { others }, choices, set }: OthersProps) {
  if (others.length === 0) return null
  const isWritten = ({ memberId }: (typeof others)[number]) => keyOf(memberId) in choices
  const rest = others.filter((one) => !isWritten(one))
  return (
    <fieldset className={styles.line}>
      <legend>另选他人</legend>
      {others.filter(isWritten).map(({ memberId, name }) => (
        <p key={memberId} className={styles.written}>
          {name}
          <button type="button" onClick={() => set(keyOf(memberId), undefined)}>
            不选
          </button>
        </p>
      ))}
      <select
        aria-label="另选他人的姓名"
        value=""
        onChange={({ target }) => set(keyOf(target.value), 'inFavour')}
      >
        <option value="">不另选，或者从名单里选</option>
        {rest.map(({ memberId, name }) => (
          <option key={memberId} value={memberId}>
            {name}
          </option>
        ))}
      </select>
    </fieldset>
  )
}

function keyOf(memberId: string): string {
  return `${othersPrefix}${memberId}`
}

function overOf({ most }: Slip, choices: BallotChoices): string {
  if (!most) return ''
  const marked = Object.values(choices).filter((mark) => mark === most.mark).length
  return marked > most.count
    ? `“${ballotMarks[most.mark]}”选了 ${String(marked)} 个，最多 ${String(most.count)} 个，多选的选票无效`
    : ''
}

function saidOf({ lines, others, marks }: Slip, choices: BallotChoices): string {
  const blank = marks.includes('abstained') ? '未填，按弃权计' : '未填'
  const said = lines.map(({ key, text }) => {
    const mark = choices[key]
    const word = mark ? ballotMarks[mark] : blank
    return lines.length === 1 ? word : `${text} ${word}`
  })
  const written = others
    .filter(({ memberId }) => choices[keyOf(memberId)])
    .map(({ name }) => `另选 ${name}`)
  return [...said, ...written].join('；')
}

function useSending(send: () => Promise<void>) {
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState('')
  const go = () => {
    setPending(true)
    setProblem('')
    void send()
      .catch((error: unknown) =>
        setProblem(error instanceof Error ? error.message : '没有投出去，请再试一次'),
      )
      .finally(() => setPending(false))
  }
  return { problem, isPending, go }
}
