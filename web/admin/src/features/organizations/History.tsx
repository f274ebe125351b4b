import { changeWords } from '@zhixing/contract/words.ts'
import { Button } from 'antd'
import { daySaid } from '../../format/day-said.ts'
import { Section } from '../../ui/Page.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Organizations.module.css'
import type { Shown } from './types.ts'

/** What became of it, newest first; and the tree as it was on any day. */
export function History({ shown }: { shown: Shown }) {
  const change = useSearchChange()
  const asOf = (
    <Button size="small" onClick={() => change({ act: 'asOf' })}>
      看某一天的组织树
    </Button>
  )
  return (
    <Section title="沿革" aside={asOf}>
      {shown.history.length === 0 ? (
        <p className={styles.faint}>
          系统启用以来没有变动。更名、划转、合并、换届都会自动记在这里。
        </p>
      ) : (
        <ol>
          {shown.history.map(({ id, day, what, sentence, reason }) => (
            <li key={id} className={styles.change}>
              <span>{daySaid(day)}</span>
              <b>{changeWords[what]}</b>
              <span>
                {sentence}
                {reason ? <small>（{reason}）</small> : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
