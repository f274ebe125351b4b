import type { ReactNode } from 'react'
import type { Derivation, LedgerEntry } from '../standing.ts'
import { monthDay } from '../format/day.ts'
import { hours } from '../format/hours.ts'
import { HoursStrip, endOf } from './HoursStrip.tsx'
import styles from './DerivationView.module.css'
import { StandingMark } from './StandingMark.tsx'

type Props = {
  derivation: Derivation
  /** What can be done about an entry, at its end. */
  renderAct?: (entry: LedgerEntry) => ReactNode
}

/** Why a number is what it is: conclusion, sum, rules with their clauses, entries with their sources. */
export function DerivationView({ derivation, renderAct }: Props) {
  const { person, conclusion, coming } = derivation
  return (
    <div className={styles.derivation}>
      <StandingMark standing={person.standing} />
      <p className={styles.conclusion}>{conclusion}</p>
      {person.times ? null : <HoursStrip {...person} end={endOf(person)} />}
      <Steps derivation={derivation} />
      <Rules rules={derivation.rules} />
      {coming.length > 0 ? <ComingNext coming={coming} /> : null}
      <Entries entries={derivation.entries} renderAct={renderAct} />
    </div>
  )
}

function Steps({ derivation }: { derivation: Derivation }) {
  return (
    <dl className={styles.steps}>
      {derivation.steps.map(({ label, value, rule, isSum }) => (
        <div key={label} className={isSum ? styles.sum : undefined}>
          <dt>
            {label}
            {rule ? <i>依据 {rule}</i> : null}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Rules({ rules }: { rules: Derivation['rules'] }) {
  return (
    <section>
      <h2>依据</h2>
      <ol className={styles.rules}>
        {rules.map(({ name, value, clause, since }) => (
          <li key={name}>
            {name}：{value}
            <small>
              {clause} · {since}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ComingNext({ coming }: { coming: Derivation['coming'] }) {
  return (
    <section>
      <h2>接下来</h2>
      <ul className={styles.entries}>
        {coming.map(({ day, title, minutes }) => (
          <li key={day}>
            <time>{monthDay(day)}</time>
            <span>{title}</span>
            <b>{hours(minutes)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

type EntriesProps = { entries: LedgerEntry[]; renderAct: Props['renderAct'] }

function Entries({ entries, renderAct }: EntriesProps) {
  if (entries.length === 0) return <p>还没有计入的学时记录。</p>
  return (
    <section>
      <h2>学时记录（{entries.length} 笔）</h2>
      <ul className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time>{monthDay(entry.day)}</time>
            <span>
              {entry.reversal ? `冲销：${entry.title}` : entry.title}
              <small>
                {entry.reversal ?? entry.source}
                {entry.isReversed ? ' · 已冲销' : ''}
              </small>
            </span>
            <b>{entry.minutes < 0 ? `−${hours(-entry.minutes)}` : hours(entry.minutes)}</b>
            {renderAct?.(entry)}
          </li>
        ))}
      </ul>
    </section>
  )
}
