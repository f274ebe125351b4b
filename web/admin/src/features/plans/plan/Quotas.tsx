import type { EntryOf, Output } from '@zhixing/contract'
import { quotaCohorts } from '@zhixing/contract/plan-words.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { DetailPanel } from '../../../ui/DetailPanel.tsx'
import { PlainTable } from '../../../ui/list/PlainTable.tsx'
import { useSearchChange } from '../../../ui/use-search-change.ts'
import details from '../../../ui/Details.module.css'
import styles from '../Plans.module.css'
import { Wide } from '../../../ui/Wide.tsx'
import { QuotaGrid } from './QuotaGrid.tsx'
import type { Plan } from './plan.ts'

export type Shown = Output<EntryOf<'plans.quotas'>>
type Cohort = Shown['cohorts'][number]

/** One year of numbers, by organization and kind of people; a grid to fill in while it is a draft. */
export function Quotas({ plan }: { plan: Plan }) {
  const { unitId, planId } = plan
  const { year } = useSearch({ from: '/shell/plans/$unitId/$planId' })
  const change = useSearchChange()
  const asked = { unitId, planId, ...(year ? { year } : {}) }
  const answer = useAnswer('plans.quotas', asked)
  return (
    <Answered answer={answer}>
      {(shown) => (
        <>
          <p className={details.acts}>
            <Select
              aria-label="年度"
              value={shown.year}
              options={shown.years.map((value) => ({ value, label: `${value}年` }))}
              onChange={(value) => change({ year: value, open: undefined })}
            />
          </p>
          {shown.fromAbove.map(({ planTitle, cohort, persons }) => (
            <p key={`${planTitle}${cohort}`}>
              上级下达：{planTitle}，{quotaCohorts[cohort]} {persons} 人。
            </p>
          ))}
          {plan.can.write && shown.organizations.length > 0 ? (
            <QuotaGrid key={`${plan.version}:${shown.year}`} plan={plan} shown={shown} />
          ) : (
            <Table plan={plan} shown={shown} />
          )}
        </>
      )}
    </Answered>
  )
}

function Table({ plan, shown }: { plan: Plan; shown: Shown }) {
  const { open } = useSearch({ from: '/shell/plans/$unitId/$planId' })
  const change = useSearchChange()
  const { organizations, cohorts, cells, totals } = shown
  const [organizationId, cohort] = open?.split('~') ?? []
  if (cells.length === 0)
    return <Empty title="这一年没有分配名额">名额按组织和人员类别分配，合计要与总数相等。</Empty>
  return (
    <Wide label="已训和名额">
      <table className={styles.grid}>
        <caption>已训 / 名额，点开看名单</caption>
        <thead>
          <tr>
            <th scope="col">党组织</th>
            {cohorts.map((one) => (
              <th key={one} scope="col">
                {quotaCohorts[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organizations.map((organization) => (
            <tr key={organization.organizationId}>
              <th scope="row">{organization.name}</th>
              {cohorts.map((one) => (
                <CellOf key={one} shown={shown} at={[organization.organizationId, one]} />
              ))}
            </tr>
          ))}
        </tbody>
        {totals.length > 0 ? (
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              {cohorts.map((one) => (
                <td key={one}>{totals.find((row) => row.cohort === one)?.persons ?? 0}</td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      <DetailPanel
        title="名额背后的人"
        open={organizationId !== undefined && cohort !== undefined}
        onClose={() => change({ open: undefined })}
      >
        {organizationId && isCohort(cohort) ? (
          <Trained plan={plan} year={shown.year} organizationId={organizationId} cohort={cohort} />
        ) : null}
      </DetailPanel>
    </Wide>
  )
}

type CellProps = { shown: Shown; at: readonly [organizationId: string, cohort: Cohort] }

function CellOf({ shown, at: [organizationId, cohort] }: CellProps) {
  const change = useSearchChange()
  const cell = shown.cells.find(
    (row) => row.organizationId === organizationId && row.cohort === cohort,
  )
  if (!cell) return <td>—</td>
  return (
    <td>
      <button type="button" onClick={() => change({ open: `${organizationId}~${cohort}` })}>
        {cell.trained} / {cell.persons}
      </button>
    </td>
  )
}

function isCohort(value: string | undefined): value is Cohort {
  return value !== undefined && value in quotaCohorts
}

type TrainedProps = { plan: Plan; year: number; organizationId: string; cohort: Cohort }

function Trained({ plan: { unitId, planId }, year, organizationId, cohort }: TrainedProps) {
  const asked = { unitId, planId, year, organizationId, cohort, size: 200 }
  const answer = useAnswer('plans.trained', asked)
  return (
    <Answered answer={answer}>
      {({ rows, total }) => (
        <PlainTable
          columns={['姓名', '党支部', '参训', '班次']}
          rows={rows.map((row) => [
            row.name,
            row.branchName,
            row.trainedOn ?? '还没有',
            row.title || '—',
          ])}
          total={total}
        />
      )}
    </Answered>
  )
}
