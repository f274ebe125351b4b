import type { EntryOf, Output } from '@zhixing/contract'
import { talkSigns, talkStates } from '@zhixing/contract/talk-words.ts'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { OpenForm } from './OpenForm.tsx'
import styles from './Talks.module.css'

type Shown = Output<EntryOf<'talks.reasons'>>

type Props = { unitId: string; memberId: string; mayHold: boolean }

/** Why somebody is on the list: the conclusion, the months it was drawn from, the rules, and the talks there were. */
export function Reasons({ unitId, memberId, mayHold }: Props) {
  const answer = useAnswer('talks.reasons', { unitId, memberId })
  return (
    <Answered answer={answer}>
      {(shown) => {
        const open = shown.talks.find(({ state }) => state === 'planned' || state === 'following')
        return (
          <div className={styles.panel}>
            <p>{shown.organizationName}</p>
            <ul>
              {shown.reasons.map(({ sign, sentence, clause }) => (
                <li key={sign}>
                  <b>{talkSigns[sign]}</b>：{sentence}
                  <small>{clause}</small>
                </li>
              ))}
            </ul>
            <Months months={shown.months} />
            <Absences rows={shown.absences} />
            <Thresholds rows={shown.thresholds} />
            <Talks rows={shown.talks} />
            {open ? (
              <LinkButton to={`/talks/list?open=${open.unitId}:${open.talkId}`}>
                看这次谈话
              </LinkButton>
            ) : null}
            {mayHold && !open ? <OpenForm shown={shown} /> : null}
          </div>
        )
      }}
    </Answered>
  )
}

/** Attendance as a column of its month, hours below; the recent months dark. */
function Months({ months }: { months: Shown['months'] }) {
  return (
    <>
      <h3>逐月到会和学时（深色为近期）</h3>
      <ol className={styles.months}>
        {months.map(({ month, due, present, minutes, isRecent }) => (
          <li key={month} className={isRecent ? `${styles.month} ${styles.recent}` : styles.month}>
            <span
              className={styles.column}
              role="img"
              aria-label={`${month} 应到 ${due} 次，到会 ${present} 次，${hours(minutes)} 学时`}
            >
              <i style={{ height: `${due === 0 ? 0 : (present / due) * 100}%` }} />
            </span>
            <small>
              {Number(month.slice(5))}月
              <br />
              {present}/{due}
              <br />
              {hours(minutes)}
            </small>
          </li>
        ))}
      </ol>
    </>
  )
}

function Absences({ rows }: { rows: Shown['absences'] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>无故缺席 {rows.length} 次</h3>
      <ul>
        {rows.map(({ day, title }) => (
          <li key={`${day}${title}`}>
            {day} {title}
          </li>
        ))}
      </ul>
    </>
  )
}

function Thresholds({ rows }: { rows: Shown['thresholds'] }) {
  return (
    <>
      <h3>按哪些参数判断</h3>
      <ul>
        {rows.map(({ name, value, clause }) => (
          <li key={name}>
            {name}：{value}
            <small>{clause}</small>
          </li>
        ))}
      </ul>
    </>
  )
}

function Talks({ rows }: { rows: Shown['talks'] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h3>以前的谈话</h3>
      <ul>
        {rows.map(({ talkId, plannedOn, heldOn, talkerName, state }) => (
          <li key={talkId}>
            {heldOn ?? plannedOn} {talkerName}（{talkStates[state]}）
          </li>
        ))}
      </ul>
    </>
  )
}
