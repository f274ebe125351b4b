import { periodStates } from '@zhixing/contract/words.ts'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import type { Frequency } from './FrequencyPage.tsx'
import details from '../../ui/Details.module.css'
import styles from './Meetings.module.css'
import { periodShapes } from './period-shapes.ts'

type Row = Frequency['rows'][number]

/** One line per kind or per branch, one sign per month or quarter. */
export function Board({ rows, isBranch }: { rows: Row[]; isBranch: boolean }) {
  const months = Math.max(...rows.map(({ cells }) => cells.length))
  const labels = rows.find(({ cells }) => cells.length === months)?.cells ?? []
  return (
    <div className={details.wide} ref={showLatest}>
      <table className={styles.board}>
        <thead>
          <tr>
            <th scope="col">{isBranch ? '类别' : '支部'}</th>
            {labels.map(({ period, label }) => (
              <th key={period} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">期满已开</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={keyOf(row)} row={row} isBranch={isBranch} months={months} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Where there is no room for the whole year, its end is what matters. */
function showLatest(frame: HTMLDivElement | null) {
  if (frame) frame.scrollLeft = frame.scrollWidth
}

export function keyOf({ organizationId, kind, groupId }: Row): string {
  return [organizationId, kind, groupId ?? ''].join('.')
}

function Line({ row, isBranch, months }: { row: Row; isBranch: boolean; months: number }) {
  const { kindName, groupName, organizationName, cells, kept, over } = row
  // A quarter takes the room of its three months, a year that of twelve.
  const span = months / cells.length
  return (
    <tr>
      <th scope="row">
        {isBranch ? kindName : organizationName}
        {groupName ? <small>{groupName}</small> : null}
      </th>
      {cells.map((cell) => (
        <td key={cell.period} colSpan={span}>
          <CellButton row={row} cell={cell} />
        </td>
      ))}
      <td>
        {kept}/{over}
      </td>
    </tr>
  )
}

function CellButton({ row, cell }: { row: Row; cell: Row['cells'][number] }) {
  const change = useSearchChange()
  const { period, label, state, remarks, held } = cell
  const words = `${row.kindName} ${label}：${periodStates[state]}，已开 ${held} 次`
  return (
    <button
      type="button"
      className={`${styles.cell} ${styles[state]}`}
      aria-label={[words, ...remarks].join('，')}
      onClick={() => change({ open: `${keyOf(row)}.${period}` })}
    >
      <span>
        <Shape name={periodShapes[state]} />
        {remarks.length > 0 ? <sup>*</sup> : null}
      </span>
      <small>{periodStates[state]}</small>
    </button>
  )
}
