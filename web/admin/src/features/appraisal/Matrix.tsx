import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import styles from './Appraisal.module.css'
import type { Talks } from './HeartTalksPage.tsx'
import { Wide } from '../../ui/Wide.tsx'

/** Everybody against everybody: a filled sign where both say that they talked, an open one where only one does. */
export function Matrix({ talks: { people, pairs } }: { talks: Talks }) {
  const known = new Map(pairs.map((pair) => [`${pair.one} ${pair.other}`, pair]))
  const between = (one: string, other: string) =>
    known.get(one < other ? `${one} ${other}` : `${other} ${one}`)
  return (
    <>
      <p className={styles.acts}>
        <span>
          <Shape name="square" /> 谈过，两人都认
        </span>
        <span>
          <Shape name="ring" /> 一人记下，等对方确认
        </span>
      </p>
      <Wide label="谁和谁谈过">
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              {people.map(({ memberId, name }) => (
                <th key={memberId} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((row) => (
              <tr key={row.memberId}>
                <th scope="row">
                  {row.name}
                  {row.isOfficer ? '（班子）' : ''}
                </th>
                {people.map((column) => {
                  const pair = between(row.memberId, column.memberId)
                  const words = pair
                    ? `${row.name}和${column.name}谈过 ${String(pair.times)} 次${pair.isConfirmed ? '' : '，等确认'}`
                    : undefined
                  return (
                    <td key={column.memberId} title={words}>
                      {pair ? (
                        <span role="img" aria-label={words}>
                          <Shape name={pair.isConfirmed ? 'square' : 'ring'} />
                        </span>
                      ) : null}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
