import type { EntryOf, ImportState, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button } from 'antd'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { usePage } from '../../../ui/list/use-page.ts'
import { BranchSelect } from '../BranchSelect.tsx'
import styles from './Import.module.css'

const size = 100

type Spelling = Output<EntryOf<'imports.branches'>>['rows'][number]

/** How the file writes the branches, and what each spelling was taken for. */
export function ImportBranches({ state }: { state: ImportState }) {
  const { unitId, importId, fileName } = state
  const [page, turn] = usePage('branches')
  const answer = useAnswer('imports.branches', { unitId, importId, page, size })
  const change = useSearchChange()
  return (
    <Answered answer={answer}>
      {({ rows, total, unknown, variants }) => (
        <>
          <Sentence
            note={`${fileName} · 全称、简称、全角、空格都视为同一个支部`}
            step={<Button onClick={() => change({ part: undefined })}>回到核对</Button>}
          >
            文件里有 <Count of={total} /> 种支部写法，
            {unknown > 0 ? (
              <>
                <Count of={unknown} stress /> 种没有找到
              </>
            ) : (
              '都已找到'
            )}
            {variants > 0 ? `；有 ${String(variants)} 种写法指向同名支部，请看一眼` : ''}。
          </Sentence>
          <table className={styles.columns}>
            <thead>
              <tr>
                <th scope="col">文件里的写法</th>
                <th scope="col">行数</th>
                <th scope="col">对应的党支部</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Line key={row.spelling + String(row.organizationId)} row={row} state={state} />
              ))}
            </tbody>
          </table>
          {total > size ? <Pager page={page} size={size} total={total} turn={turn} /> : null}
        </>
      )}
    </Answered>
  )
}

function Line({ row, state }: { row: Spelling; state: ImportState }) {
  const { unitId, importId } = state
  const { spelling, count, organizationId, organizationName, isVariant, suggestions } = row
  const { mutate, error } = useAct('imports.assignBranch')
  const assign = (chosen: string) => mutate({ unitId, importId, spelling, organizationId: chosen })
  return (
    <tr>
      <th scope="row" className={organizationId ? undefined : styles.wrong}>
        {spelling}
      </th>
      <td>{count.toLocaleString('zh-CN')}</td>
      <td>
        {organizationId && organizationName ? (
          <>
            {organizationName}
            {isVariant ? <small> 另有别的写法</small> : null}
          </>
        ) : (
          <div className={styles.assign}>
            {suggestions.map((one) => (
              <Button key={one.organizationId} onClick={() => assign(one.organizationId)}>
                就是{one.name}
              </Button>
            ))}
            <BranchSelect label={`${spelling}是哪个党支部`} onChange={assign} />
            <span className={styles.problem} role="alert">
              {error?.message}
            </span>
          </div>
        )}
      </td>
    </tr>
  )
}
