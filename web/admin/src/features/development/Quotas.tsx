import type { EntryOf, Output } from '@zhixing/contract'
import { structureTargets } from '@zhixing/contract/development-words.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import details from '../../ui/Details.module.css'

export type Quota = Output<EntryOf<'development.quotas'>>['rows'][number]

const targetColumns: Column<Quota>[] = keysOf(structureTargets).map((key) => ({
  key,
  title: structureTargets[key],
  width: '7rem',
  spare: true,
  cell: ({ targets, actual }) => <Share wanted={targets[key]} actual={actual[key]} />,
}))

const columns = (mayPlan: boolean): Column<Quota>[] => [
  {
    key: 'name',
    title: '党组织',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ organizationId, name }) =>
      mayPlan ? <LineLink open={organizationId}>{name}</LineLink> : name,
  },
  {
    key: 'persons',
    title: '名额',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ persons }) => persons ?? '—',
  },
  {
    key: 'admitted',
    title: '已批准',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ admitted }) => admitted,
  },
  { key: 'coming', title: '发展对象', width: '6rem', number: true, cell: ({ coming }) => coming },
  ...targetColumns,
]

/** The year's plan beside what became of it; a share below its target is red. */
export function Quotas({ rows, mayPlan }: { rows: Quota[]; mayPlan: boolean }) {
  return (
    <DataList
      label="发展计划"
      columns={columns(mayPlan)}
      rows={rows}
      keyOf={({ organizationId }) => organizationId}
    />
  )
}

function Share({ wanted, actual }: { wanted: number | undefined; actual: number | undefined }) {
  if (actual === undefined) return wanted === undefined ? '—' : `— / ${wanted}%`
  if (wanted === undefined) return `${actual}%`
  return (
    <span className={actual < wanted ? details.late : undefined}>
      {actual}% / {wanted}%
    </span>
  )
}
