import { moment } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { usePage } from '../../ui/list/use-page.ts'
import styles from './Audit.module.css'

const size = 50

/** How far each unit's chain has come. */
export function Chain() {
  const [page, turn] = usePage('chain')
  const answer = useAnswer('audit.chain', { page, size })
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <>
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
          {total > size ? <Pager page={page} size={size} total={total} turn={turn} /> : null}
        </>
      )}
    </Answered>
  )
}
