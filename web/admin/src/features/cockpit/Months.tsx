import { grouped } from '../../format/grouped.ts'
import styles from './Cockpit.module.css'
import { OpenNumber, useOpen } from './Opened.tsx'
import type { Cockpit, Point } from './cockpit.ts'

type Kind = Cockpit['meetings']['kinds'][number]

/** The same small picture for each kind, one above the other, so that months compare. */
export function Months({ kinds }: { kinds: Kind[] }) {
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => (
        <section key={kind.name} className={styles.kind} aria-label={kind.name}>
          <h3>
            {kind.name}
            <OpenNumber
              figure={kind.total}
              label={`${kind.name} ${grouped(kind.total.text)} 次，看明细`}
            >
              {grouped(kind.total.text)} 次
            </OpenNumber>
          </h3>
          <Bars kind={kind} />
        </section>
      ))}
    </div>
  )
}

function Bars({ kind: { name, points } }: { kind: Kind }) {
  const open = useOpen()
  const most = Math.max(1, ...points.map(({ value }) => value))
  return (
    <ol className={styles.months}>
      {points.map((point) => (
        <li key={point.label}>
          <button
            type="button"
            className={point.isStress ? styles.told : undefined}
            onClick={() => open(point)}
          >
            <small>{point.value > 0 ? point.text : ''}</small>
            <i style={{ height: heightOf(point, most) }} />
            <small>
              {point.label.replace('月', '')}
              <span className={styles.unseen}>月{name}次数，看明细</span>
            </small>
          </button>
        </li>
      ))}
    </ol>
  )
}

function heightOf({ value }: Point, most: number): string {
  return `${(value / most) * 3}rem`
}
