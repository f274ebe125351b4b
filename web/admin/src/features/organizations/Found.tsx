import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useDeferredValue } from 'react'
import { moveFocus } from '../../ui/move-focus.ts'
import styles from './Tree.module.css'

type Props = { text: string; chosen: string; choose: (id: string) => void }

/** What the search found, with the way to each; what lies outside the reach is not there. */
export function Found({ text, chosen, choose }: Props) {
  const asked = useDeferredValue(text)
  const answer = useAnswer('organizations.search', { text: asked })
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <ul className={styles.found} onKeyDown={(event) => moveFocus(event, 'button')}>
          {rows.map(({ id, name, trail, members }) => (
            <li key={id}>
              <button type="button" aria-current={id === chosen} onClick={() => choose(id)}>
                <b>{name}</b>
                <span>{members.toLocaleString('zh-CN')} 人</span>
                <small>{trail}</small>
              </button>
            </li>
          ))}
          <li className={styles.note}>
            {total === 0 ? '没有找到。管理范围以外的组织不会出现。' : noteOf(rows.length, total)}
          </li>
        </ul>
      )}
    </Answered>
  )
}

function noteOf(shown: number, total: number): string {
  return shown < total ? `共 ${total} 个，只列出 ${shown} 个，请写得更具体` : `共 ${total} 个`
}
