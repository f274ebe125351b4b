import type { ImportState } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { FilterChoices } from '../../../ui/list/FilterChoices.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import { ImportBranches } from './ImportBranches.tsx'
import { ImportChoice } from './ImportChoice.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import styles from './Import.module.css'

const size = 100

export function ImportPreview({ state }: { state: ImportState }) {
  const { part } = useSearch({ from: '/shell/members/import/$unitId/$importId' })
  if (part === 'columns') return <ImportColumns state={state} />
  if (part === 'branches') return <ImportBranches state={state} />
  return <Rows state={state} />
}

function Rows({ state }: { state: ImportState }) {
  const { unitId, importId, counts, fileName, organizationName } = state
  const { show: asked, page = 1 } = useSearch({ from: '/shell/members/import/$unitId/$importId' })
  // What needs somebody's eyes comes first.
  const show = asked ?? (counts.wrong > 0 ? 'wrong' : 'all')
  const answer = useAnswer('imports.rows', { unitId, importId, show, page, size })
  const change = useSearchChange()
  const doubtful = counts.duplicate + counts.likely
  return (
    <>
      <Sentence note={`${fileName} → ${organizationName} · 尚未写入任何内容`}>
        读到 <Count of={counts.total.toLocaleString('zh-CN')} /> 行，
        {counts.wrong > 0 ? (
          <>
            <Count of={counts.wrong.toLocaleString('zh-CN')} stress /> 行有误，
          </>
        ) : (
          '没有错误，'
        )}
        {doubtful > 0 ? (
          <>
            <Count of={doubtful.toLocaleString('zh-CN')} /> 行与名册重复，
          </>
        ) : null}
        <Count of={counts.good.toLocaleString('zh-CN')} /> 行可以直接导入。
      </Sentence>
      <ImportChoice state={state} />
      <div className={styles.filters}>
        <FilterChoices
          choices={[
            { key: 'all', word: '全部', count: counts.total },
            { key: 'wrong', word: '有误', count: counts.wrong },
            { key: 'duplicate', word: '重复', count: doubtful },
            { key: 'good', word: '可导入', count: counts.good },
          ]}
          chosen={show}
          choose={(next) => change({ show: next, page: undefined })}
        />
        <Button onClick={() => change({ part: 'branches' })}>支部写法</Button>
        <Button onClick={() => change({ part: 'columns' })}>列的对应</Button>
      </div>
      <Answered answer={answer}>
        {({ rows, total }) => (
          <>
            <PreviewRows rows={rows} />
            <Pager page={page} size={size} total={total} />
          </>
        )}
      </Answered>
    </>
  )
}
