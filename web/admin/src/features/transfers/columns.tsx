import type { EntryOf, Output } from '@zhixing/contract'
import { pocketKinds, transferStates, transferWays } from '@zhixing/contract/transfer-words.ts'
import { LineLink } from '../../ui/list/LineLink.tsx'
import type { Column } from '../../ui/list/columns.ts'
import details from '../../ui/Details.module.css'

type Row = Output<EntryOf<'transfers.list'>>['rows'][number]

export const transferColumns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '7rem',
    narrow: true,
    cell: ({ unitId, transferId, name }) => (
      <LineLink to={`/transfers/${unitId}/${transferId}`}>{name}</LineLink>
    ),
  },
  { key: 'way', title: '方向', width: '4rem', cell: ({ way }) => transferWays[way] },
  { key: 'from', title: '转出', width: 'minmax(8rem, 1fr)', cell: ({ fromName }) => fromName },
  { key: 'to', title: '转入', width: 'minmax(8rem, 1fr)', cell: ({ toName }) => toName },
  {
    key: 'letter',
    title: '介绍信',
    width: '10rem',
    cell: ({ letter }) => letter?.number ?? '还没有开出',
  },
  {
    key: 'state',
    title: '状态',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ state, stepName, pocket }) =>
      pocket ? (
        <span className={details.late}>{pocketKinds[pocket]}</span>
      ) : (
        [transferStates[state], stepName].filter(Boolean).join('，等')
      ),
  },
  {
    key: 'held',
    title: '开出',
    width: '5rem',
    cell: ({ heldDays }) => (heldDays === null ? '—' : `${heldDays} 天`),
  },
  {
    key: 'days',
    title: '有效期',
    width: '6rem',
    narrow: true,
    cell: ({ daysLeft }) => <Left daysLeft={daysLeft} />,
  },
]

function Left({ daysLeft }: Pick<Row, 'daysLeft'>) {
  if (daysLeft === null) return '—'
  if (daysLeft < 0) return <span className={details.late}>已过期</span>
  return <span className={daysLeft <= 3 ? details.late : undefined}>还有 {daysLeft} 天</span>
}
