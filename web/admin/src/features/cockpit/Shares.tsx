import { grouped } from '../../format/grouped.ts'
import styles from './Cockpit.module.css'
import { OpenNumber } from './Opened.tsx'
import type { Point } from './cockpit.ts'

type Props = { points: Point[]; unit?: string }

/** Lines of one colour, what is missing to the whole dashed behind them; so few words need no drawing library. */
export function Shares({ points, unit = '' }: Props) {
  const most = Math.max(1, ...points.map(({ value, rest }) => value + (rest ?? 0)))
  const along = (value: number) => ({ width: `${(value / most) * 100}%` })
  return (
    <ul className={styles.shares}>
      {points.map((point) => (
        <li key={point.label}>
          <span>{point.label}</span>
          <span className={styles.track}>
            <i className={point.isStress ? styles.told : undefined} style={along(point.value)} />
            {point.rest ? <i className={styles.rest} style={along(point.rest)} /> : null}
          </span>
          <OpenNumber
            figure={point}
            label={`${point.label} ${grouped(point.text)} ${unit}，看明细`}
          >
            {grouped(point.text)}
          </OpenNumber>
        </li>
      ))}
    </ul>
  )
}
