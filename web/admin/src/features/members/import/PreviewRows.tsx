import type { EntryOf, Output } from '@zhixing/contract'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { VirtualRows } from '../../../ui/list/VirtualRows.tsx'
import styles from './Import.module.css'

type Row = Output<EntryOf<'imports.rows'>>['rows'][number]
type Field = Row['faults'][number]['field']

const heads = ['行', '姓名', '公民身份证号', '所在党支部', '入党日期', '问题']

export function PreviewRows({ rows }: { rows: Row[] }) {
  return (
    <div role="table" aria-label="文件内容" aria-rowcount={rows.length + 1}>
      <div role="rowgroup">
        <div role="row" className={`${styles.line} ${styles.head}`}>
          {heads.map((name) => (
            <span key={name} role="columnheader">
              {name}
            </span>
          ))}
        </div>
      </div>
      <VirtualRows
        rows={rows}
        keyOf={({ line }) => String(line)}
        render={(row) => <PreviewLine row={row} />}
      />
    </div>
  )
}

/** The wrong cell is underlined; the words beside it say what to do. */
function PreviewLine({ row }: { row: Row }) {
  const isWrong = (field: Field) => row.faults.some((fault) => fault.field === field)
  const cell = (field: Field, value: string) => (
    <span role="cell" className={isWrong(field) ? styles.wrong : undefined}>
      {value || '（空）'}
    </span>
  )
  return (
    <div className={styles.line}>
      <span role="cell" className={styles.faint}>
        {row.line}
      </span>
      {cell('name', row.name)}
      {cell('idNumber', row.idNumber)}
      {cell('branch', row.organizationName ?? row.branch)}
      {cell('joinedOn', row.joinedOn)}
      <span role="cell" className={row.faults.length > 0 ? styles.problem : styles.faint}>
        <Words row={row} />
      </span>
    </div>
  )
}

function Words({ row: { faults, duplicate } }: { row: Row }) {
  if (faults.length > 0)
    return (
      <>
        <Shape name="triangle" />
        <span title={faults.map(({ message }) => message).join('；')}>
          {faults.map(({ message }) => message).join('；')}
        </span>
      </>
    )
  if (!duplicate) return null
  const who = `${duplicate.organizationName}的${duplicate.name}`
  return duplicate.how === 'sameId' ? `与${who}身份证号相同` : `与${who}同名同生日，证号不同`
}
