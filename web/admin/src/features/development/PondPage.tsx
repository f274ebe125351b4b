import type { EntryOf, Output } from '@zhixing/contract'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { DevelopmentBar } from './DevelopmentBar.tsx'
import details from '../../ui/Details.module.css'
import { PondForm } from './PondForm.tsx'

type Row = Output<EntryOf<'development.reviews'>>['rows'][number]

const size = 50

const columns = (mayKeep: boolean): Column<Row>[] => [
  {
    key: 'name',
    title: '党支部',
    width: 'minmax(9rem, 1fr)',
    narrow: true,
    cell: ({ organizationId, name }) =>
      mayKeep ? <LineLink open={organizationId}>{name}</LineLink> : name,
  },
  {
    key: 'people',
    title: '在池',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ people }) => people,
  },
  { key: 'last', title: '上次梳理', width: '8rem', cell: ({ lastOn }) => lastOn ?? '还没有' },
  {
    key: 'due',
    title: '下次期限',
    width: '12rem',
    narrow: true,
    cell: ({ dueOn, isLate }) => (
      <span className={isLate ? details.late : undefined}>
        {dueOn} 前{isLate ? '，已逾期' : ''}
      </span>
    ),
  },
  { key: 'kept', title: '上次留', width: '5rem', number: true, cell: ({ kept }) => kept },
  { key: 'left', title: '上次退', width: '5rem', number: true, cell: ({ left }) => left },
]

/** When each branch goes through those it keeps in reserve; whoever is late first. */
export function PondPage() {
  const { organizationId } = useOrganization()
  const { open, page = 1 } = useSearch({ from: '/shell/development/pond' })
  const change = useSearchChange()
  const mayKeep = useMay()('development.keep')
  const answer = useAnswer('development.reviews', { organizationId, page, size })
  const close = () => change({ open: undefined })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, clause, people, late }) => {
          const row = rows.find((one) => one.organizationId === open)
          return (
            <>
              <Sentence
                note={`依据：${clause}。逐人写明继续培养或退出，退出要有原因，之后可以再申请。`}
              >
                蓄水池 <Count of={people} /> 名，
                {late > 0 ? (
                  <>
                    <Count of={late} stress /> 个支部该梳理了。
                  </>
                ) : (
                  '各支部都按期梳理。'
                )}
              </Sentence>
              <DevelopmentBar>{mayKeep ? <Remind /> : null}</DevelopmentBar>
              {total === 0 ? (
                <Empty title="蓄水池里没有人" example="青石村党支部，6 名，上次梳理 2026-06-10。">
                  登记入党申请人后，各支部每半年梳理一次。
                </Empty>
              ) : (
                <>
                  <DataList
                    label="梳理"
                    columns={columns(mayKeep)}
                    rows={rows}
                    keyOf={({ organizationId: id }) => id}
                  />
                  <Pager page={page} size={size} total={total} />
                </>
              )}
              <DetailPanel
                title={row ? `梳理${row.name}的后备人员` : ''}
                open={row !== undefined && mayKeep}
                onClose={close}
              >
                {row ? <PondForm key={row.organizationId} of={row} close={close} /> : null}
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

/** Tells those who cultivate somebody that half a year is over. */
function Remind() {
  const { organizationId } = useOrganization()
  const { message } = App.useApp()
  const { mutate, isPending } = useAct('development.remind')
  const remind = () =>
    mutate(
      { organizationId },
      {
        onSuccess: ({ reminded, already }) =>
          void message.success(
            `已提醒 ${reminded} 名培养联系人${already > 0 ? `，${already} 名今天提醒过` : ''}`,
          ),
        onError: (problem) => void message.info(problem.message),
      },
    )
  return (
    <Button loading={isPending} onClick={remind}>
      催办半年考察
    </Button>
  )
}
