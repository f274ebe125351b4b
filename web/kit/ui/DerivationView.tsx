import type { Derivation } from '../standing.ts'
import { monthDay } from '../format/day.ts'
import { hours } from '../format/hours.ts'
import { HoursStrip } from './HoursStrip.tsx'
import styles from './DerivationView.module.css'
import { StandingMark } from './StandingMark.tsx'

/** Why a number is what it is: conclusion, sum, rules with their clauses, entries with their sources. */
export function DerivationView({ derivation }: { derivation: Derivation }) {
  const { person, conclusion, coming } = derivation
  return (
    <div className={styles.derivation}>
      <StandingMark standing={person.standing} />
      <p className={styles.conclusion}>{conclusion}</p>
      <HoursStrip {...person} />
      <Steps derivation={derivation} />
      <Rules rules={derivation.rules} />
      {coming.length > 0 ? <ComingNext coming={coming} /> : null}
      <Entries entries={derivation.entries} />
    </div>
  )
}

function Steps({ derivation }: { derivation: Derivation }) {
  return (
    <dl className={styles.steps}>
      {derivation.steps.map(({ label, minutes, rule }) => (
        <div key={label} className={label === '已完成' ? styles.sum : undefined}>
          <dt>
            {label}
            {rule ? <i>依据 {rule}</i> : null}
          </dt>
          <dd>{hours(minutes)} 学时</dd>
        </div>
      ))}
    </dl>
  )
}

function Rules({ rules }: { rules: Derivation['rules'] }) {
  return (
    <section>
      <h3>依据</h3>
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
      <h3>接下来</h3>
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

function Entries({ entries }: { entries: Derivation['entries'] }) {
  return (
    <section>
      <h3>学时记录（{entries.length} 笔）</h3>
      <ul className={styles.entries}>
        {entries.map(({ id, day, title, source, minutes, reversal }) => (
          <li key={id}>
            <time>{monthDay(day)}</time>
            <span>
              {reversal ? `冲销：${title}` : title}
              <small>{reversal ?? source}</small>
            </span>
            <b>{minutes < 0 ? `−${hours(-minutes)}` : hours(minutes)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
