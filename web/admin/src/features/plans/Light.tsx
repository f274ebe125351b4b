import { lightWords } from '@zhixing/contract/plan-words.ts'
import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import details from '../../ui/Details.module.css'
import styles from './Plans.module.css'

export type LightKey = keyof typeof lightWords

const shapes: Readonly<Record<LightKey, ShapeName>> = {
  good: 'check',
  watch: 'half',
  late: 'triangle',
  none: 'dashed',
}

/** A light is a shape and a word; the colour only underlines what has to be looked at. */
export function Light({ light, what }: { light: LightKey; what: string }) {
  return (
    <span className={light === 'late' ? `${styles.light} ${details.late}` : styles.light}>
      <Shape name={shapes[light]} />
      {what}
      {lightWords[light]}
    </span>
  )
}
