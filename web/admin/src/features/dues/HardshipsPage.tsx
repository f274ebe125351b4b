import type { EntryOf, Output } from '@zhixing/contract'
import { hardshipStates } from '@zhixing/contract/dues-words.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { StepLog } from '../../ui/procedure/StepLog.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { DuesBar } from './DuesBar.tsx'
import { yuan } from './fen.ts'

type Row = Output<EntryOf<'dues.hardships'>>['rows'][number]

const size = 50
const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: '7rem',
    narrow: true,
    cell: ({ unitId, hardshipId, name }) => (
      <LineLink open={`${unitId}~${hardshipId}`}>{name}</LineLink>
    ),
  },
  {
    key: 'branch',
    title: '党支部',
    width: 'minmax(8rem, 1fr)',
    cell: (row) => row.organizationName,
  },
  { key: 'span', title: '起止', width: '11rem', cell: ({ from, until }) => `${from} 至 ${until}` },
  {
    key: 'fen',
    title: '减为每月',
    width: '7rem',
    number: true,
    cell: ({ monthlyFen }) => (monthlyFen === 0 ? '全免' : yuan(monthlyFen)),
  },
  { key: 'reason', title: '困难', width: 'minmax(9rem, 2fr)', cell: ({ reason }) => reason },
  {
    key: 'state',
    title: '状态',
    width: '9rem',
    narrow: true,
    cell: ({ state, stepName }) => stepName || hardshipStates[state],
  },
]

/** Who asked to pay less, and whose word is still missing. */
export function HardshipsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open } = useSearch({ from: '/shell/dues/hardships' })
  const change = useSearchChange()
  const answer = useAnswer('dues.hardships', { organizationId, page, size })
  return (
    <Page>
      <DuesBar />
      <Answered answer={answer}>
        {({ rows, total, waiting }) =>
          total === 0 ? (
            <Empty title="没有困难减免申请" example="周一，家人重病，7 月至 12 月全免，已批准。">
              党员本人在手机“我的党费”里申请，或支部代为申请；支部讨论后报上级批准，离退休党员支部同意即可。
            </Empty>
          ) : (
            <>
              <Sentence note="支部讨论，上级党组织批准；离退休党员支部同意即可">
                困难减免 <Count of={total} /> 项，
                <Count of={waiting} stress={waiting > 0} /> 项待审批。
              </Sentence>
              <DataList
                label="困难减免"
                columns={columns}
                rows={rows}
                keyOf={({ hardshipId }) => hardshipId}
              />
              <Pager page={page} size={size} total={total} />
              <One
                row={rows.find(({ unitId, hardshipId }) => `${unitId}~${hardshipId}` === open)}
                close={() => change({ open: undefined })}
              />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function One({ row, close }: { row: Row | undefined; close: () => void }) {
  const { mutate, isPending, error } = useAct('dues.decideHardship')
  return (
    <DetailPanel title="困难减免" open={row !== undefined} onClose={close}>
      {row ? (
        <>
          <h2>
            {row.name} <small>{row.organizationName}</small>
          </h2>
          <p>
            {row.from} 至 {row.until}，
            {row.monthlyFen === 0 ? '全免' : `减为每月 ${yuan(row.monthlyFen)} 元`}
          </p>
          <p>{row.reason}</p>
          <StepLog
            unitId={row.unitId}
            subject={`hardship:${row.hardshipId}`}
            empty="还没有进入审批。"
            isPending={isPending}
            problem={error?.message}
            decide={({ outcome, reason }) =>
              mutate({
                unitId: row.unitId,
                hardshipId: row.hardshipId,
                version: row.version,
                isApproved: outcome === 'approve',
                reason,
              })
            }
          />
        </>
      ) : null}
    </DetailPanel>
  )
}
