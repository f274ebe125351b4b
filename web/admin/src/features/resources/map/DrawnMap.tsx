import type { EntryOf, Output } from '@zhixing/contract'
import { typeWord } from '../words.ts'
import styles from './Map.module.css'
import { placed } from './placed.ts'

type Point = Output<EntryOf<'resources.network'>>['rows'][number]

const [width, height] = [640, 480]

/** North is up; the scale is what fits. No map service is asked, so none learns who looks at what. */
export function DrawnMap({ points, chosen }: { points: Point[]; chosen: string[] }) {
  const spots = placed(points, { width, height })
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label="位置图">
      <text x={width - 28} y={24} className={styles.faint}>
        北 ↑
      </text>
      {spots.map(({ point, x, y }) => {
        const at = chosen.indexOf(point.resourceId)
        return (
          <g key={point.resourceId} transform={`translate(${x} ${y})`}>
            <title>{`${point.name}（${typeWord(point.type)}）${point.address}`}</title>
            <Mark isRed={point.isRed} isChosen={at >= 0} />
            <text y={-12} className={styles.label}>
              {at >= 0 ? `${at + 1} ` : ''}
              {point.name}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** Red resources are squares, other bases circles; what is chosen is filled. */
function Mark({ isRed, isChosen }: { isRed: boolean; isChosen: boolean }) {
  const look = isChosen ? styles.chosen : styles.spot
  return isRed ? (
    <rect x={-6} y={-6} width={12} height={12} className={look} />
  ) : (
    <circle r={6} className={look} />
  )
}
