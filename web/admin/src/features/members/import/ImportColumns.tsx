import type { ImportField, ImportState } from '@zhixing/contract'
import { importFields } from '@zhixing/contract/import-words.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import styles from './Import.module.css'

const options = [
  { value: '', label: '不导入' },
  ...Object.entries(importFields).map(([value, label]) => ({ value, label })),
]

/** What each column of the file is: guessed from its heading, decided by the reader. */
export function ImportColumns({ state }: { state: ImportState }) {
  const { unitId, importId, columns, missing, fileName } = state
  const [fields, setFields] = useState(() => columns.map(({ field }) => field))
  const change = useSearchChange()
  const { mutate, isPending, error } = useAct('imports.remap')
  const send = () =>
    mutate(
      { unitId, importId, columns: fields.map((field, column) => ({ column, field })) },
      { onSuccess: () => change({ part: undefined }) },
    )
  const choose = (column: number, value: string) =>
    setFields(fields.map((field, at) => (at === column ? fieldOf(value) : field)))

  return (
    <>
      <Sentence note={`${fileName} · 尚未写入任何内容`}>
        {missing.length > 0 ? (
          <>
            还缺 <Count of={missing.length} stress /> 列：{missing.join('、')}
            。请指出是文件里的哪一列。
          </>
        ) : (
          <>
            文件共 <Count of={columns.length} /> 列，核对每一列是什么。
          </>
        )}
      </Sentence>
      <ColumnTable columns={columns} fields={fields} choose={choose} />
      <p className={styles.problem} role="alert">
        {error?.message}
      </p>
      <div className={styles.actions}>
        <Button type="primary" loading={isPending} onClick={send}>
          按此重新核对
        </Button>
        {state.phase === 'checked' ? (
          <Button onClick={() => change({ part: undefined })}>不改了</Button>
        ) : null}
      </div>
    </>
  )
}

type TableProps = {
  columns: ImportState['columns']
  fields: (ImportField | null)[]
  choose: (column: number, value: string) => void
}

function ColumnTable({ columns, fields, choose }: TableProps) {
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">文件里的列</th>
          <th scope="col">前几行</th>
          <th scope="col">对应</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ column, heading, sample, isMore }) => (
          <tr key={column}>
            <th scope="row">{heading || `第 ${String(column + 1)} 列`}</th>
            <td>{sample.filter(Boolean).join('、')}</td>
            <td>
              <Select
                aria-label={`${heading}对应的内容`}
                style={{ width: '12rem' }}
                value={fields[column] ?? ''}
                options={options}
                onChange={(value) => choose(column, value)}
                showSearch={{ optionFilterProp: 'label' }}
              />
              {isMore && !fields[column] ? <small> 按原名保存</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function fieldOf(value: string): ImportField | null {
  return isField(value) ? value : null
}

function isField(value: string): value is ImportField {
  return value in importFields
}
