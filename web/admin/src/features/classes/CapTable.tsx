import type { ClassState } from './class.ts'
import { yuan } from './class.ts'
import details from '../../ui/Details.module.css'
import { Wide } from '../../ui/Wide.tsx'
import styles from './Classes.module.css'

/** Every line beside its cap, with how the cap was computed and by which rule. */
export function CapTable({ label, lines }: { label: string; lines: ClassState['lines'] }) {
  return (
    <Wide label={label}>
      <table className={styles.grid} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">金额</th>
            <th scope="col">上限</th>
            <th scope="col">怎么算</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, fen, capFen, isOver, sum, clause }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className={isOver ? details.late : undefined}>
                {yuan(fen)}
                {isOver ? '（超）' : ''}
              </td>
              <td>{yuan(capFen)}</td>
              <td>
                {sum}；{clause}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
