import { dayOf } from '@zhixing/kit/format/clock.ts'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useSearch } from '@tanstack/react-router'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { Lines, type Hands } from './Lines.tsx'
import type { Proposal } from './SchedulePage.tsx'
import styles from './Schedules.module.css'

type Branch = {
  id: string
  name: string
  rows: Proposal['rows']
  clashes: number
  leftOut: number
  first: string
}

const columns: Column<Branch>[] = [
  {
    key: 'name',
    title: '党支部',
    width: 'minmax(9rem, 1.6fr)',
    narrow: true,
    cell: ({ id, name }) => <LineLink open={id}>{name}</LineLink>,
  },
  {
    key: 'count',
    title: '要安排',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ rows }) => rows.length,
  },
  {
    key: 'clashes',
    title: '排不开',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ clashes }) => (clashes > 0 ? <b className={styles.clash}>{clashes}</b> : '—'),
  },
  {
    key: 'leftOut',
    title: '不采用',
    width: '5rem',
    number: true,
    cell: ({ leftOut }) => (leftOut > 0 ? leftOut : '—'),
  },
  {
    key: 'first',
    title: '最早的一项',
    width: 'minmax(12rem, 2fr)',
    cell: ({ first }) => first,
  },
]

/** A committee sees how many lines each branch has, those that do not fit first, and opens one branch at a time. */
export function Branches({ rows, hands }: { rows: Proposal['rows']; hands: Hands }) {
  const { open } = useSearch({ from: '/shell/meetings/schedule' })
  const change = useSearchChange()
  const branches = branchesOf(rows, hands.leftOut)
  const chosen = branches.find(({ id }) => id === open)
  return (
    <>
      <DataList
        label="各支部的排期"
        columns={columns}
        rows={branches}
        keyOf={({ id }) => id}
        totals={{ name: `共 ${branches.length} 个支部`, count: rows.length }}
      />
      <DetailPanel
        title={chosen ? `${chosen.name}的排期` : ''}
        open={chosen !== undefined}
        onClose={() => change({ open: undefined })}
      >
        {chosen ? <Lines rows={chosen.rows} hands={hands} /> : null}
      </DetailPanel>
    </>
  )
}

function branchesOf(rows: Proposal['rows'], leftOut: ReadonlySet<string>): Branch[] {
  const found = [...Map.groupBy(rows, ({ organizationId }) => organizationId)]
  return found
    .map(([id, some]) => ({
      id,
      name: some[0]?.organizationName ?? '',
      rows: some,
      clashes: some.filter(({ clash }) => clash !== '').length,
      leftOut: some.filter(({ key }) => leftOut.has(key)).length,
      first: some[0] ? `${monthDay(dayOf(some[0].startsAt))} ${some[0].title}` : '',
    }))
    .toSorted((one, other) => other.clashes - one.clashes)
}
