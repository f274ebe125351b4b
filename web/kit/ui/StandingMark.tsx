import type { Standing } from '../standing.ts'
import { Shape, type ShapeName } from './Shape.tsx'
import styles from './StandingMark.module.css'

export const standingWords: Record<Standing, string> = {
  atRisk: '需补训',
  behind: '落后',
  onCourse: '按进度',
  met: '已达标',
  excused: '不作要求',
}

const shapes: Record<Standing, ShapeName> = {
  atRisk: 'triangle',
  behind: 'triangleHollow',
  onCourse: 'half',
  met: 'check',
  excused: 'dashed',
}

/** State is a word and a shape; the colour only repeats them. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <span className={`${styles.mark} ${styles[standing]}`}>
      <Shape name={shapes[standing]} />
      {standingWords[standing]}
    </span>
  )
}
