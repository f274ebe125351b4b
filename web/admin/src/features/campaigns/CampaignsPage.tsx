import type { EntryOf, Output } from '@zhixing/contract'
import { campaignKinds, campaignStates } from '@zhixing/contract/campaign-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import { share } from './campaign.ts'
import { PrepareForm } from './PrepareForm.tsx'

type Row = Output<EntryOf<'campaigns.list'>>['rows'][number]
const size = 20
const places = { own: '本级', below: '下级', above: '上级部署' } as const

/** Every campaign that concerns this place, and how far each has come here. */
export function CampaignsPage() {
  const { organizationId } = useOrganization()
  const { adding = false } = useSearch({ from: '/shell/campaigns' })
  const change = useSearchChange()
  const [page] = usePage()
  const answer = useAnswer('campaigns.list', { organizationId, page, size })
  return (
    <Page>
      <Answered answer={answer}>
        {({ rows, total, running, mayManage }) => {
          const step = mayManage ? (
            <Button type="primary" onClick={() => change({ adding: true })}>
              筹备集中教育
            </Button>
          ) : null
          return (
            <>
              {total === 0 ? (
                <Empty
                  title="还没有集中教育"
                  example="“2026年党内集中教育”：三个阶段，六次活动，两张回执。"
                  step={step}
                >
                  主题教育、冬春季培训、支部轮训、党课开讲啦，都从这里部署；活动、读书、回执和整改自动汇总。
                </Empty>
              ) : (
                <>
                  <Listed rows={rows} running={running} step={step} />
                  <Pager page={page} size={size} total={total} />
                </>
              )}
              <DetailPanel
                title="筹备集中教育"
                open={adding}
                onClose={() => change({ adding: undefined })}
              >
                <PrepareForm />
              </DetailPanel>
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

type ListedProps = { rows: Row[]; running: number; step: ReactNode }

function Listed({ rows, running, step }: ListedProps) {
  const here = rows.filter(({ state }) => state === 'running')
  const overdue = here.reduce(
    (sum, { tally }) => sum + tally.returnsOverdue + tally.findingsOverdue,
    0,
  )
  return (
    <>
      <Sentence note="活动、读书、学时都取自实际记录，不另外填报" step={step}>
        进行中 <Count of={running} /> 项集中教育
        {overdue > 0 ? (
          <>
            ，逾期的回执和整改 <Count of={overdue} stress /> 项
          </>
        ) : (
          '，没有逾期的'
        )}
        。
      </Sentence>
      <DataList
        label="集中教育"
        columns={columns}
        rows={rows}
        keyOf={({ campaignId }) => campaignId}
      />
    </>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '名称',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ campaignId, title }) => <LineLink to={`/campaigns/${campaignId}`}>{title}</LineLink>,
  },
  { key: 'kind', title: '种类', width: '8rem', cell: ({ kind }) => campaignKinds[kind] },
  {
    key: 'owner',
    title: '部署单位',
    width: '12rem',
    spare: true,
    cell: ({ organizationName, place }) => `${organizationName}（${places[place]}）`,
  },
  {
    key: 'state',
    title: '阶段',
    width: '7rem',
    narrow: true,
    cell: ({ state, phaseName }) =>
      state === 'running' ? (phaseName ?? '进行中') : campaignStates[state],
  },
  { key: 'days', title: '起止', width: '13rem', cell: ({ from, until }) => `${from} 至 ${until}` },
  {
    key: 'held',
    title: '活动',
    width: '6rem',
    number: true,
    cell: ({ tally }) => share(tally.held, tally.asked),
  },
  {
    key: 'returns',
    title: '回执',
    width: '6rem',
    number: true,
    cell: ({ tally }) => share(tally.returned, tally.returnsDue),
  },
]
