import type { EntryOf, Output } from '@zhixing/contract'
import { duesFunds, duesKinds } from '@zhixing/contract/dues-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { choicesOf } from '@zhixing/kit/words.ts'
import { useSearch } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import styles from './Dues.module.css'
import { DuesBar } from './DuesBar.tsx'
import { yuan } from './fen.ts'

type Row = Output<EntryOf<'dues.entries'>>['rows'][number]
type Kind = Row['kind']

const size = 50
const kinds = choicesOf(duesKinds)

const columns: Column<Row>[] = [
  {
    key: 'kind',
    title: '账目',
    width: '8rem',
    narrow: true,
    cell: ({ entryId, kind, fund, isReversal }) => (
      <LineLink open={entryId}>
        {duesKinds[kind]}
        {fund === 'special' ? `（${duesFunds.special}）` : ''}
        {isReversal ? '（冲销）' : ''}
      </LineLink>
    ),
  },
  {
    key: 'who',
    title: '党员',
    width: '7rem',
    narrow: true,
    cell: ({ memberName }) => memberName ?? '',
  },
  {
    key: 'branch',
    title: '党组织',
    width: 'minmax(8rem, 1fr)',
    cell: ({ organizationName }) => organizationName,
  },
  { key: 'month', title: '所属月份', width: '6rem', cell: ({ month }) => month ?? '' },
  { key: 'period', title: '入账月', width: '6rem', cell: ({ period }) => period },
  { key: 'text', title: '说明', width: 'minmax(8rem, 2fr)', cell: ({ text }) => text },
  {
    key: 'fen',
    title: '金额（元）',
    width: '8rem',
    number: true,
    narrow: true,
    cell: ({ fen }) => yuan(fen),
  },
]

/** Every figure's rows: the ledger at and below a place, reversals and all. */
export function EntriesPage() {
  const { organizationId } = useOrganization()
  const { page = 1, month, kind, open } = useSearch({ from: '/shell/dues/entries' })
  const change = useSearchChange()
  const known = kinds.find(({ value }) => value === kind)?.value
  const answer = useAnswer('dues.entries', {
    organizationId,
    page,
    size,
    ...(month ? { month } : {}),
    ...(known ? { kind: known } : {}),
  })
  return (
    <Page>
      <DuesBar />
      <Narrow month={month} kind={known} />
      <Answered answer={answer}>
        {({ rows, total, fen, mayUndo }) =>
          total === 0 ? (
            <Empty title="没有这样的账目" example="周一，2026-06，收党费 15.00 元。">
              核定基数、登记缴纳、上缴以后，每一笔都在这里，只增不改。
            </Empty>
          ) : (
            <>
              <Sentence note="只增不改；登记错了用另一笔冲销">
                共 <Count of={total} /> 笔
                {known ? (
                  <>
                    {duesKinds[known]}，合计 <Count of={yuan(fen)} /> 元
                  </>
                ) : null}
                。
              </Sentence>
              <DataList
                label="党费明细账"
                columns={columns}
                rows={rows}
                keyOf={({ entryId }) => entryId}
              />
              <Pager page={page} size={size} total={total} />
              <Entry
                row={rows.find(({ entryId }) => entryId === open)}
                mayUndo={mayUndo}
                close={() => change({ open: undefined })}
              />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Narrow({ month, kind }: { month: string | undefined; kind: Kind | undefined }) {
  const change = useSearchChange()
  return (
    <div className={styles.bar}>
      <Select
        aria-label="账目"
        allowClear
        placeholder="全部账目"
        value={kind ?? null}
        options={kinds}
        onChange={(value: Kind | null | undefined) =>
          change({ kind: value ?? undefined, page: undefined })
        }
      />
      <Input
        type="month"
        aria-label="所属月份"
        value={month ?? ''}
        onChange={({ target }) => change({ month: target.value || undefined, page: undefined })}
      />
    </div>
  )
}

type EntryProps = { row: Row | undefined; mayUndo: boolean; close: () => void }

function Entry({ row, mayUndo, close }: EntryProps) {
  const isMoney = row && row.kind !== 'owed' && row.kind !== 'paid'
  return (
    <DetailPanel title="一笔账" open={row !== undefined} onClose={close}>
      {row ? (
        <>
          <h2>
            {duesKinds[row.kind]} {yuan(row.fen)} 元
          </h2>
          <p>{[row.organizationName, row.memberName, row.text].filter(Boolean).join('，')}</p>
          <p>{row.clause ? `依据：${row.clause}` : ''}</p>
          <p>
            {row.byName}记于 {row.at.slice(0, 10)}
            {row.isReversed ? '，已被冲销' : ''}
          </p>
          {mayUndo && isMoney && !row.isReversal && !row.isReversed ? (
            <ActForm
              act="dues.undo"
              draft=""
              initial={{}}
              input={({ reason }: { reason: string }) => ({
                unitId: row.unitId,
                entryId: row.entryId,
                reason,
              })}
              submit="冲销这笔（两头一起）"
              done={close}
            >
              <Form.Item name="reason" label="为什么冲销" rules={needed('写明原因')}>
                <Input maxLength={200} />
              </Form.Item>
            </ActForm>
          ) : null}
        </>
      ) : null}
    </DetailPanel>
  )
}
