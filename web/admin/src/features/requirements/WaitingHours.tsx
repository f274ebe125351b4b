import type { EntryOf, Output } from '@zhixing/contract'
import { hours } from '@zhixing/kit/format/hours.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { App, Button, Pagination } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { usePage } from '../../ui/list/use-page.ts'

type Row = Output<EntryOf<'ledgers.waiting'>>['rows'][number]

const size = 20

const columns: Column<Row>[] = [
  { key: 'name', title: '姓名', width: '6rem', narrow: true, cell: ({ name }) => name },
  { key: 'branch', title: '党组织', width: '10rem', cell: (row) => row.organizationName },
  { key: 'day', title: '日期', width: '7rem', cell: ({ day }) => day },
  { key: 'title', title: '学了什么', width: 'minmax(9rem, 1fr)', cell: ({ title }) => title },
  {
    key: 'minutes',
    title: '学时',
    width: '4rem',
    number: true,
    narrow: true,
    cell: ({ minutes }) => hours(minutes),
  },
  {
    key: 'why',
    title: '为什么没有记',
    width: 'minmax(12rem, 1.5fr)',
    narrow: true,
    cell: ({ why }) => why,
  },
]

/** Hours that a full day had no room for. They are posted by themselves once something of that day is taken back. */
export function WaitingHours() {
  const { organizationId } = useOrganization()
  const [page, turn] = usePage('waiting')
  const { data } = useAnswer('ledgers.waiting', { organizationId, page, size })
  if (!data || data.total === 0) return null
  return (
    <Section
      title={`待记学时 ${data.total} 笔`}
      aside="当天学时已满；冲销当天记错的一笔，就自动补记"
    >
      <DataList
        label="待记学时"
        columns={columns}
        rows={data.rows}
        keyOf={({ waitingId }) => waitingId}
      />
      <Pagination
        current={page}
        pageSize={size}
        total={data.total}
        showSizeChanger={false}
        hideOnSinglePage
        onChange={turn}
      />
      {data.mayRetry ? <Retry organizationId={organizationId} /> : null}
    </Section>
  )
}

function Retry({ organizationId }: { organizationId: string }) {
  const { mutate, isPending, error } = useAct('ledgers.retry')
  const { message } = App.useApp()
  return (
    <p role={error ? 'alert' : undefined}>
      <Button
        loading={isPending}
        onClick={() =>
          mutate(
            { organizationId },
            {
              onSuccess: ({ posted, left }) =>
                void message.success(`补记 ${posted} 笔，还有 ${left} 笔当天仍满`),
            },
          )
        }
      >
        再记一次
      </Button>{' '}
      {error?.message}
    </p>
  )
}
