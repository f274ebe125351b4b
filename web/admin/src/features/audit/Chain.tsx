import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import styles from './Audit.module.css'

/** How far each unit's chain has come. */
export function Chain() {
  const answer = useAnswer('audit.chain', {})
  return (
    <Answered answer={answer}>
      {({ rows }) => (
        <ul>
          {rows.map(({ unitId, unitName, number, hash, sealedAt, unsealed }) => (
            <li key={unitId}>
              {unitName}：
              {sealedAt
                ? `封存到第 ${number.toLocaleString('zh-CN')} 号，${moment(sealedAt)}`
                : '还没有封存'}
              {unsealed > 0 ? `，另有 ${unsealed.toLocaleString('zh-CN')} 条待封` : ''}
              {hash ? <p className={styles.hash}>摘要 {hash}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
