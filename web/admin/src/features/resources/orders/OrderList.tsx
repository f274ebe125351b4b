import type { EntryOf, Output } from '@zhixing/contract'
import { bookingStates, resourceKinds } from '@zhixing/contract/resource-words.ts'
import { timeOf } from '@zhixing/kit/format/clock.ts'
import { moment } from '@zhixing/kit/format/day.ts'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Shape } from '@zhixing/kit/ui/Shape.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import details from '../../../ui/Details.module.css'
import { bookingShapes } from '../states.ts'

type Shown = Output<EntryOf<'resources.orders'>>
type Row = Shown['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'resource',
    title: '资源',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ bookingId, resourceName }) => <LineLink open={bookingId}>{resourceName}</LineLink>,
  },
  {
    key: 'kind',
    title: '种类',
    width: '4rem',
    spare: true,
    cell: ({ kind }) => resourceKinds[kind],
  },
  {
    key: 'what',
    title: '点了什么',
    width: 'minmax(8rem, 1fr)',
    cell: ({ itemTitle, title }) => itemTitle ?? title,
  },
  { key: 'who', title: '哪个组织', width: '10rem', cell: ({ forName }) => forName },
  {
    key: 'when',
    title: '时间',
    width: '12rem',
    narrow: true,
    cell: ({ from, until }) => `${moment(from)}—${timeOf(until)}`,
  },
  {
    key: 'persons',
    title: '人数',
    width: '4rem',
    spare: true,
    number: true,
    cell: ({ persons }) => persons,
  },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state }) => (
      <span className={details.mark}>
        <Shape name={bookingShapes[state]} />
        {bookingStates[state]}
      </span>
    ),
  },
]

type Props = { shown: Shown; page: number; size: number }

export function OrderList({ shown, page, size }: Props) {
  if (shown.total === 0)
    return (
      <Empty title="没有点单" step={<LinkButton to="/resources">看目录</LinkButton>}>
        从目录里选一名讲师、一处场所或基地菜单里的一项下单，办到哪一步都在这里。
      </Empty>
    )
  return (
    <>
      <DataList
        label="点单"
        columns={columns}
        rows={shown.rows}
        keyOf={({ bookingId }) => bookingId}
      />
      <Pager page={page} size={size} total={shown.total} />
    </>
  )
}
