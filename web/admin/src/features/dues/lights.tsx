import type { EntryOf, Output } from '@zhixing/contract'
import { duesLights } from '@zhixing/contract/dues-words.ts'
import styles from './Dues.module.css'
import { yuan } from './fen.ts'

export type Cell = Output<EntryOf<'dues.grid'>>['rows'][number]['cells'][number]
type Light = Cell['light']

/** A word and a sign; the colour only repeats them. */
const signs: Record<Light, string> = {
  none: '',
  unknown: '?',
  waived: '免',
  due: '○',
  part: '◐',
  late: '欠',
  paid: '✓',
  ahead: '预',
}

const looks: Partial<Record<Light, string | undefined>> = {
  late: styles.late,
  part: styles.due,
  due: styles.due,
  paid: styles.good,
  ahead: styles.good,
}

export function LightCell({ cell: { month, owedFen, paidFen, light } }: { cell: Cell }) {
  const sums = owedFen + paidFen > 0 ? `，应交 ${yuan(owedFen)} 元，已交 ${yuan(paidFen)} 元` : ''
  const said = `${String(Number(month.slice(5)))}月${duesLights[light]}${sums}`
  return (
    <td className={looks[light] ?? styles.quiet} title={said}>
      <span role="img" aria-label={said}>
        {signs[light]}
      </span>
    </td>
  )
}

export function LightKey() {
  const shown = ['paid', 'part', 'due', 'late', 'ahead', 'waived', 'unknown'] as const
  return (
    <p className={styles.key}>
      {shown.map((light) => `${signs[light]} ${duesLights[light]}`).join('　')}
    </p>
  )
}
