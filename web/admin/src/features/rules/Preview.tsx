import type { EntryOf, Output } from '@zhixing/contract'
import styles from './Rules.module.css'
import { daySaid } from '../../format/day-said.ts'

type Props = { from: string; effect: Output<EntryOf<'rules.preview'>> | undefined }

/** What setting it would do, in numbers, or why it would be refused. */
export function Preview({ from, effect }: Props) {
  if (!effect) return null
  const { refusal, organizations, members, overruled } = effect
  if (refusal)
    return (
      <p role="status" className={styles.refusal}>
        ▲ {refusal}
      </p>
    )
  return (
    <p role="status" className={styles.effect}>
      从{daySaid(from)}起，影响 {organizations.toLocaleString('zh-CN')} 个组织、
      {members.toLocaleString('zh-CN')} 名党员
      {overruled > 0 ? `；${overruled} 个下级组织自己设定的值将不再适用` : ''}。
    </p>
  )
}
