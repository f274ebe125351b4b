import { Shape, type ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import styles from './Organizations.module.css'
import type { Check } from './types.ts'

const shapes: Record<Check['severity'], ShapeName> = {
  late: 'triangle',
  wrong: 'triangleHollow',
  soon: 'half',
  note: 'slip',
}

/** State is a word and a shape; red only repeats what is late. */
export function SeverityMark({ severity, word }: { severity: Check['severity']; word: string }) {
  return (
    <span className={severity === 'late' ? styles.late : styles.mark}>
      <Shape name={shapes[severity]} /> {word}
    </span>
  )
}
