import type { EntryOf, Output } from '@zhixing/contract'
import { appraisalStages } from '@zhixing/contract/appraisal-words.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { addDays } from '@zhixing/kit/format/day.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { keysOf } from '@zhixing/kit/words.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { Count, Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, Form, Input } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { YearSelect } from '../../ui/YearSelect.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import { FilterChoices } from '../../ui/list/FilterChoices.tsx'
import { LineLink } from '../../ui/list/LineLink.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import type { Column } from '../../ui/list/columns.ts'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { AppraisalBar } from './AppraisalBar.tsx'

type Shown = Output<EntryOf<'appraisal.list'>>
type Row = Shown['rows'][number]

const size = 50

/** Which branch stands where in a year's appraisal; a branch begins its own here. */
export function OverviewPage() {
  const { organizationId } = useOrganization()
  const { stage, page = 1, ...search } = useSearch({ from: '/shell/appraisal' })
  const year = search.year ?? Number(thisDay().slice(0, 4))
  const asked = { organizationId, year, page, size, ...(stage ? { stage } : {}) }
  const answer = useAnswer('appraisal.list', asked)
  const change = useSearchChange()
  return (
    <Page>
      <Answered answer={answer}>
        {(shown) => (
          <>
            <Headline shown={shown} year={year} />
            <AppraisalBar>
              <YearSelect year={year} />
            </AppraisalBar>
            {shown.isBranch ? null : (
              <FilterChoices<Row['stage']>
                choices={[
                  { key: undefined, word: '全部', count: sumOf(shown) },
                  ...keysOf(appraisalStages).map((key) => ({
                    key,
                    word: appraisalStages[key],
                    count: shown.counts[key],
                  })),
                ]}
                chosen={stage}
                choose={(key) => change({ stage: key, page: undefined })}
              />
            )}
            {shown.rows.length === 0 ? (
              <Empty title="没有这样的支部">换一个状态，或者到下级党组织看。</Empty>
            ) : (
              <DataList
                label="各支部民主评议"
                columns={columns}
                rows={shown.rows}
                keyOf={(row) => row.organizationId}
              />
            )}
            <Pager page={page} size={size} total={shown.total} />
            {shown.mayOpen ? <Begin organizationId={organizationId} year={year} /> : null}
          </>
        )}
      </Answered>
    </Page>
  )
}

function sumOf({ counts }: Shown): number {
  return keysOf(counts).reduce((sum, key) => sum + counts[key], 0)
}

function Headline({ shown, year }: { shown: Shown; year: number }) {
  const { counts, people, graded, excellent, overdue, isBranch } = shown
  const note = `参加评议 ${people} 人，已定等 ${graded} 人，其中优秀 ${excellent} 人；查摆问题逾期 ${overdue} 个。`
  const [own] = shown.rows
  if (isBranch)
    return (
      <Sentence
        note={own?.appraisalId ? note : '谈心谈话 → 自评互评 → 民主测评 → 支部定等 → 反馈本人'}
      >
        {year} 年民主评议：{appraisalStages[own?.stage ?? 'none']}。
      </Sentence>
    )
  return (
    <Sentence note={note}>
      {year} 年民主评议：
      <Count of={counts.closed} /> 个支部已办结，
      <Count of={counts.rating + counts.voting + counts.concluding} /> 个正在开展，
      <Count of={counts.none} stress={counts.none > 0} /> 个还没有开展。
    </Sentence>
  )
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: '党支部',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ organizationName, unitId, appraisalId }) =>
      appraisalId ? (
        <LineLink to={`/appraisal/round/${unitId}/${appraisalId}`}>{organizationName}</LineLink>
      ) : (
        organizationName
      ),
  },
  {
    key: 'stage',
    title: '进展',
    width: '7rem',
    narrow: true,
    cell: ({ stage }) => appraisalStages[stage],
  },
  { key: 'people', title: '参加', width: '5rem', number: true, cell: ({ people }) => people },
  {
    key: 'self',
    title: '已自评',
    width: '5rem',
    number: true,
    cell: ({ selfRated }) => selfRated,
  },
  { key: 'graded', title: '已定等', width: '5rem', number: true, cell: ({ graded }) => graded },
  {
    key: 'excellent',
    title: '优秀',
    width: '5rem',
    number: true,
    narrow: true,
    cell: ({ excellent }) => excellent,
  },
  {
    key: 'weak',
    title: '基本合格以下',
    width: '8rem',
    number: true,
    spare: true,
    cell: ({ weak }) => weak,
  },
  {
    key: 'shortcomings',
    title: '问题（逾期）',
    width: '8rem',
    number: true,
    cell: ({ shortcomings, overdue }) => `${shortcomings}（${overdue}）`,
  },
  { key: 'closed', title: '办结', width: '7rem', spare: true, cell: ({ closedOn }) => closedOn },
]

type Values = { rateUntil: string; byGroup: boolean }

/** The round of this year, with the day until which everybody rates. */
function Begin({ organizationId, year }: { organizationId: string; year: number }) {
  const navigate = useNavigate()
  return (
    <Section title={`开展 ${year} 年民主评议`}>
      <ActForm
        act="appraisal.open"
        draft=""
        initial={{ rateUntil: addDays(thisDay(), 14), byGroup: false }}
        input={(values: Values) => ({ ...values, organizationId, year })}
        submit="开展并通知每个人"
        done={({ unitId, appraisalId }) =>
          void navigate({
            to: '/appraisal/round/$unitId/$appraisalId',
            params: { unitId, appraisalId },
          })
        }
      >
        <Form.Item name="rateUntil" label="自评互评到哪天为止">
          <Input type="date" min={thisDay()} />
        </Form.Item>
        <Form.Item name="byGroup" valuePropName="checked">
          <Checkbox>党员人数多，互评在各党小组内进行</Checkbox>
        </Form.Item>
      </ActForm>
    </Section>
  )
}
