import type { EntryOf, Output } from '@zhixing/contract'
import { monthDay } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Parts } from '../Parts.tsx'

type Row = Output<EntryOf<'outreach.rounds'>>['rows'][number]

const size = 50

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '轮次',
    width: 'minmax(9rem, 2fr)',
    narrow: true,
    cell: ({ unitId, roundId, title }) => (
      <LineLink to={`/outreach/rounds/${unitId}/${roundId}`}>{title}</LineLink>
    ),
  },
  { key: 'by', title: '党组织', width: 'minmax(8rem, 1fr)', cell: (row) => row.organizationName },
  {
    key: 'days',
    title: '起止',
    width: '9rem',
    cell: ({ from, until, endedOn }) =>
      endedOn ? `${monthDay(endedOn)} 结束` : `${monthDay(from)}至${monthDay(until)}`,
  },
  {
    key: 'visitors',
    title: '上门的人',
    width: 'minmax(7rem, 1fr)',
    cell: ({ visitors }) => visitors.join('、'),
  },
  {
    key: 'visited',
    title: '已确认',
    width: '6rem',
    number: true,
    narrow: true,
    cell: ({ visited, people }) => `${String(visited)}/${String(people)} 户`,
  },
  {
    key: 'waiting',
    title: '待办',
    width: '9rem',
    narrow: true,
    cell: ({ waiting, disputed }) =>
      [
        waiting > 0 ? `待确认 ${String(waiting)}` : '',
        disputed > 0 ? `说法不一 ${String(disputed)}` : '',
      ]
        .filter(Boolean)
        .join('，') || '—',
  },
]

export function RoundsPage() {
  const { organizationId } = useOrganization()
  const { page = 1 } = useSearch({ from: '/shell/outreach/rounds' })
  const answer = useAnswer('outreach.rounds', { organizationId, page, size })
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <Empty title="还没有排过送学" example="六月送学上门：12 户，已确认 9 户。">
              在“送学名单”里点“排一轮送学”，定上门的人和资料包；上门的人在手机上登记，没有网络也可以。
            </Empty>
          ) : (
            <>
              <Headline rows={rows} />
              <DataList
                label="送学轮次"
                columns={columns}
                rows={rows}
                keyOf={({ roundId }) => roundId}
              />
              <Pager page={page} size={size} total={total} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Headline({ rows }: { rows: Row[] }) {
  const running = rows.filter(({ endedOn }) => endedOn === null)
  const sum = (of: (row: Row) => number) => running.reduce((all, row) => all + of(row), 0)
  const disputed = sum((row) => row.disputed)
  return (
    <Sentence note="两人以上登记同一次上门，只记一次学时，凭据都留着">
      {running.length} 轮正在进行，{sum(({ people }) => people)} 户中已确认{' '}
      <Count of={sum(({ visited }) => visited)} /> 户
      {disputed > 0 ? (
        <>
          ，<Count of={disputed} stress /> 户说法不一待认定
        </>
      ) : null}
      。
    </Sentence>
  )
}
