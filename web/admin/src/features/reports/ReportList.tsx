import type { EntryOf, Output } from '@zhixing/contract'
import { reportStates } from '@zhixing/contract/words.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { Filters } from '../../ui/list/Filters.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { pageSize } from './page-size.ts'

type List = Output<EntryOf<'reports.list'>>
type Row = List['rows'][number]
type State = Row['state']

const marks: Record<State, string> = { draft: '○', edited: '◐', signed: '●', submitted: '●' }

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '汇报',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ unitId, reportId, title }) => (
      <LineLink to={`/reports/${unitId}/${reportId}`}>{title}</LineLink>
    ),
  },
  {
    key: 'organization',
    title: '党组织',
    width: 'minmax(8rem, 14rem)',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'year', title: '年度', width: '4rem', number: true, cell: ({ year }) => year },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state }) => (
      <>
        <span aria-hidden="true">{marks[state]}</span> {reportStates[state]}
      </>
    ),
  },
  {
    key: 'signed',
    title: '签发',
    width: '11rem',
    cell: ({ signature }) => (signature ? `${signature.by} ${moment(signature.at)}` : ''),
  },
]

export function ReportList({ list, page }: { list: List; page: number }) {
  const { state, year } = useSearch({ from: '/shell/reports' })
  const change = useSearchChange()
  const words = Object.entries(list.counts).map(([key, count]) => ({
    key: stateOf(key),
    word: reportStates[stateOf(key)],
    count,
  }))
  const all = words.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <Filters
        choices={
          <FilterChoices
            choices={[{ key: undefined, word: '全部', count: all }, ...words]}
            chosen={state}
            choose={(next) => change({ state: next, page: undefined })}
          />
        }
      >
        <Select
          aria-label="年度"
          style={{ width: '8rem' }}
          value={year ?? 0}
          options={yearChoices()}
          onChange={(next) => change({ year: next === 0 ? undefined : next, page: undefined })}
        />
      </Filters>
      <DataList
        label="工作汇报"
        columns={columns}
        rows={list.rows}
        keyOf={({ reportId }) => reportId}
      />
      <Pager page={page} size={pageSize} total={list.total} />
    </>
  )
}

function stateOf(key: string): State {
  return key === 'signed' || key === 'edited' || key === 'submitted' ? key : 'draft'
}

function yearChoices() {
  const thisYear = new Date().getFullYear()
  const years = Array.from({ length: 6 }, (_, back) => thisYear - back)
  return [
    { value: 0, label: '全部年度' },
    ...years.map((year) => ({ value: year, label: `${String(year)} 年` })),
  ]
}
