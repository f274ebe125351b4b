import { daySaid, today } from '../../format/day-said.ts'
import styles from './TermStrip.module.css'
import type { Shown } from './types.ts'

const words = { serving: '任期内', ending: '即将届满', overdue: '届满未换届' } as const

/** The term as a bar from election to end, with a line for today; what was extended is dashed. */
export function TermStrip({ term }: { term: NonNullable<Shown['term']> }) {
  const { electedOn, endsOn, extendedTo, state } = term
  const last = Date.parse(extendedTo ?? endsOn)
  const [first, now] = [Date.parse(electedOn), Date.parse(today())]
  const span = Math.max(last, now) - first
  const share = (moment: number) => `${Math.round(((moment - first) / span) * 1000) / 10}%`
  const end = extendedTo ?? endsOn
  return (
    <figure className={styles.term}>
      <div className={styles.strip} aria-hidden="true">
        <i className={styles.served} style={{ width: share(Math.min(now, Date.parse(endsOn))) }} />
        <i className={styles.whole} style={{ width: share(Date.parse(endsOn)) }} />
        {extendedTo ? (
          <i
            className={styles.extended}
            style={{ left: share(Date.parse(endsOn)), right: `calc(100% - ${share(last)})` }}
          />
        ) : null}
        <i className={styles.today} style={{ left: share(now) }} />
      </div>
      <figcaption className={state === 'overdue' ? styles.late : undefined}>
        {daySaid(electedOn)}选举产生，{daySaid(endsOn)}届满
        {extendedTo ? `，经批准延期到${daySaid(extendedTo)}` : ''}：{words[state]}
        {state === 'serving' ? '' : `（${daysSaid(end)}）`}
      </figcaption>
    </figure>
  )
}

function daysSaid(end: string): string {
  const days = Math.round((Date.parse(end) - Date.parse(today())) / 86_400_000)
  return days < 0 ? `已过 ${-days} 天` : `还有 ${days} 天`
}
