import type { EntryOf, Output } from '@zhixing/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Section } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/columns.ts'
import styles from './Duties.module.css'

type Row = Output<EntryOf<'duties.below'>>['rows'][number]

/** One line for each organization directly below; its name goes one level down. */
export function BelowOrganizations({ rows }: { rows: Row[] }) {
  const { choose } = useOrganization()
  const navigate = useNavigate()
  const enter = ({ organizationId, hasBelow }: Row) => {
    choose(organizationId)
    if (!hasBelow) void navigate({ to: '/duties', search: {} })
  }
  return (
    <Section title="下级党组织" aside="逾期多的在前，点名称逐级下钻">
      <DataList
        label="下级党组织责任落实"
        columns={columnsOf(enter)}
        rows={rows}
        keyOf={({ organizationId }) => organizationId}
      />
    </Section>
  )
}

function columnsOf(enter: (row: Row) => void): Column<Row>[] {
  return [
    {
      key: 'name',
      title: '党组织',
      width: 'minmax(8rem, 16rem)',
      narrow: true,
      cell: (row) => (
        <Button type="link" className={styles.name ?? ''} onClick={() => enter(row)} data-line>
          {row.name}
        </Button>
      ),
    },
    ...figures,
  ]
}

const figures: Column<Row>[] = [
  {
    key: 'strip',
    title: '完成 → 逾期',
    width: 'minmax(6rem, 1fr)',
    narrow: true,
    cell: (row) => <Strip {...row} />,
  },
  { key: 'items', title: '责任', width: '4rem', number: true, cell: ({ items }) => items },
  { key: 'done', title: '完成', width: '4rem', number: true, cell: ({ done }) => done },
  {
    key: 'overdue',
    title: '逾期',
    width: '4rem',
    number: true,
    narrow: true,
    cell: ({ overdue }) => overdue || '—',
  },
  {
    key: 'unsigned',
    title: '未签收',
    width: '5rem',
    number: true,
    cell: ({ unsigned }) => unsigned || '—',
  },
]

/** Done at the left, overdue at the right, and what is not due yet between them. */
export function Strip({ items, done, overdue }: Pick<Row, 'items' | 'done' | 'overdue'>) {
  const part = (count: number) => ({ width: `${items === 0 ? 0 : (count / items) * 100}%` })
  return (
    <div className={styles.strip} role="img" aria-label={`完成 ${done}，逾期 ${overdue}`}>
      <i style={part(done)} />
      <i style={part(items - done - overdue)} />
      <i style={part(overdue)} />
    </div>
  )
}
