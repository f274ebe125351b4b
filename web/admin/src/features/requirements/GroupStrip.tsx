import type { EntryOf, Output } from '@zhixing/contract'
import { learningStandings } from '@zhixing/contract/learning-words.ts'
import styles from './Groups.module.css'

type Tally = Pick<Output<EntryOf<'requirements.organizations'>>, 'people' | 'counts'>

const order = ['met', 'onCourse', 'behind', 'atRisk'] as const

/** How many of a group stand where, as shares of one strip; the words are read aloud and shown on hover. */
export function GroupStrip({ people, counts }: Tally) {
  const words = order.map((key) => `${learningStandings[key]} ${counts[key]} 人`).join('，')
  return (
    <span className={styles.strip} role="img" aria-label={words} title={words}>
      {order.map((key) => (
        <span
          key={key}
          className={styles[key]}
          style={{ width: people === 0 ? 0 : `${(counts[key] / people) * 100}%` }}
        />
      ))}
    </span>
  )
}
