import type { EntryOf, Output } from '@zhixing/contract'
import styles from './Bars.module.css'

export type Floor = Output<EntryOf<'interaction.floor'>>
export type Poll = Floor['polls'][number]
export type Asked = Floor['asked'][number]
export type Group = Floor['groups'][number]

/** How many chose what: a bar for each, its number beside it; what I chose is marked. */
export function Bars({ poll: { options, result, mine } }: { poll: Poll }) {
  if (!result) return null
  const counts = new Map(result.votes.map(({ id, count }) => [id, count]))
  const most = Math.max(1, ...counts.values())
  return (
    <ul className={styles.bars} aria-label="投票结果">
      {options.map(({ id, text }) => {
        const count = counts.get(id) ?? 0
        const percent = Math.round((count * 100) / Math.max(1, result.voters))
        return (
          <li key={id} className={count > 0 && count === most ? styles.most : undefined}>
            <span>
              {text}
              {mine?.includes(id) ? <small>我选的</small> : null}
            </span>
            <span>
              {count} 人 · {percent}%
            </span>
            <i style={{ width: `${String(percent)}%` }} />
          </li>
        )
      })}
    </ul>
  )
}
