import type { EntryOf, Output } from '@zhixing/contract'
import { planKinds, planStates } from '@zhixing/contract/plan-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { Page } from '../../ui/Page.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { usePage } from '../../ui/list/use-page.ts'
import { DraftForm } from './DraftForm.tsx'
import { Light } from './Light.tsx'
import { PlanBar } from './PlanBar.tsx'

type Shown = Output<EntryOf<'plans.list'>>
type Row = Shown['rows'][number]
type Kind = Row['kind']

const size = 100

/** Every plan that concerns this place: its own, those below, and what was laid down above. */
export function PlansPage() {
  const { organizationId } = useOrganization()
  const { kind, adding = false } = useSearch({ from: '/shell/plans' })
  const change = useSearchChange()
  const [page] = usePage()
  const answer = useAnswer('plans.list', {
    organizationId,
    page,
    size,
    ...(kind ? { kind } : {}),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} />
            <PlanBar>
              {shown.can.write ? (
                <Button type="primary" onClick={() => change({ adding: true })}>
                  起草计划
                </Button>
              ) : null}
            </PlanBar>
            <FilterChoices<Kind>
              choices={[
                {
                  key: undefined,
                  word: '全部',
                  count: Object.values(shown.kinds).reduce((sum, count) => sum + count, 0),
                },
                ...keysOf(planKinds).map((key) => ({
                  key,
                  word: planKinds[key],
                  count: shown.kinds[key] ?? 0,
                })),
              ]}
              chosen={kind}
              choose={(key) => {
                change({ kind: key, page: undefined })
              }}
            />
            <List rows={shown.rows} />
            {shown.total > size ? <Pager page={page} size={size} total={shown.total} /> : null}
            <DetailPanel
              title="起草计划"
              open={adding}
              onClose={() => change({ adding: undefined })}
            >
              <DraftForm plans={shown.rows} />
            </DetailPanel>
          </>
        )}
      </Answered>
    </Page>
  )
}

function Headline({ shown: { rows, total, running } }: { shown: Shown }) {
  const late = rows.filter(
    ({ state, lights }) => state === 'approved' && Object.values(lights).includes('late'),
  )
  return (
    <Sentence note="进度灯按已办结的培训计算：按时、按质、按量；点开计划看每一场。">
      执行中 <Count of={running} /> 份计划
      {late.length > 0 ? (
        <>
          ，{total > rows.length ? '这一页有' : ''}
          <Count of={late.length} stress /> 份有项目滞后
        </>
      ) : (
        `，${total > rows.length ? '这一页' : ''}没有滞后的`
      )}
      。
    </Sentence>
  )
}

const places = { own: '本级', below: '下级', above: '上级下达' } as const

const columns: Column<Row>[] = [
  {
    key: 'title',
    title: '计划',
    width: 'minmax(12rem, 1fr)',
    narrow: true,
    cell: ({ unitId, planId, title }) => (
      <LineLink to={`/plans/${unitId}/${planId}`}>{title}</LineLink>
    ),
  },
  {
    key: 'kind',
    title: '种类',
    width: '8rem',
    cell: ({ kind }) => planKinds[kind],
  },
  {
    key: 'owner',
    title: '制定单位',
    width: '12rem',
    spare: true,
    cell: ({ organizationName, place }) => `${organizationName}（${places[place]}）`,
  },
  {
    key: 'state',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ state, isRevising }) => (isRevising ? '修订中' : planStates[state]),
  },
  {
    key: 'lights',
    title: '按时、按质、按量',
    width: '20rem',
    cell: ({ lights, state }) =>
      state === 'draft' || state === 'submitted' ? (
        '—'
      ) : (
        <>
          <Light light={lights.date} what="时间" />
          <Light light={lights.quality} what="质量" />
          <Light light={lights.count} what="人数" />
        </>
      ),
  },
]

function List({ rows }: { rows: Row[] }) {
  if (rows.length === 0)
    return (
      <Empty
        title="还没有培训计划"
        example="“2026年党员教育培训计划”：目标、专题、名额、办班项目。"
      >
        年初起草，上级批准后按计划办班；名额可以从 Excel 粘贴，进度由系统按实际开展计算。
      </Empty>
    )
  return <DataList label="培训计划" columns={columns} rows={rows} keyOf={({ planId }) => planId} />
}
