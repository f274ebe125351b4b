import type { ReactNode } from 'react'
import type { Column } from './columns.ts'
import styles from './DataList.module.css'
import { tracksOf } from './tracks.ts'
import { VirtualRows } from './VirtualRows.tsx'

type Props<Row> = {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  /** What the whole list comes to, column by column. */
  totals?: Record<string, ReactNode>
}

/**
 * A list of records: head, lines of one height, totals. Arrow keys walk, Enter opens, whatever the number of rows.
 *
 *     const columns = [{ key: 'name', title: '姓名', width: '6rem', narrow: true,
 *       cell: (row) => <LineLink open={row.id}>{row.name}</LineLink>, text: (row) => row.name }, …]
 *     const { all, shown, hidden, hide } = useColumns('members', columns)
 *     <DataList label="党员名册" columns={shown} rows={rows} keyOf={({ id }) => id} totals={{ name: '共 23 人' }} />
 */
export function DataList<Row>({ label, columns, rows, keyOf, totals }: Props<Row>) {
  const line = (row: Row) => <Line columns={columns} content={({ cell }) => cell(row)} />
  return (
    <div className={styles.list} style={tracksOf(columns)}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className={styles.table}>
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className={styles.head}>
            <Line
              columns={columns}
              role="columnheader"
              content={({ head, title }) => head ?? title}
            />
          </div>
        </div>
        <VirtualRows rows={rows} keyOf={keyOf} render={line} />
        {totals ? (
          <div role="rowgroup">
            <div role="row" className={styles.totals}>
              <Line columns={columns} content={({ key }) => totals[key]} />
            </div>
          </div>
        ) : null}
      </div>
    </div>
  )
}

type LineProps<Row> = {
  columns: Column<Row>[]
  content: (column: Column<Row>) => ReactNode
  role?: 'cell' | 'columnheader'
}

function Line<Row>({ columns, content, role = 'cell' }: LineProps<Row>) {
  return (
    <div className={styles.line} role="presentation">
      {columns.map((column) => (
        <span key={column.key} role={role} className={classOf(column)}>
          {content(column)}
        </span>
      ))}
    </div>
  )
}

function classOf<Row>({ number, narrow, spare }: Column<Row>): string {
  return [number && styles.number, narrow ? '' : styles.wide, spare && styles.spare]
    .filter(Boolean)
    .join(' ')
}
