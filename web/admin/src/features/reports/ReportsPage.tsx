import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { pageSize } from './page-size.ts'
import { ReportList } from './ReportList.tsx'
import { ReportsHeadline } from './ReportsHeadline.tsx'

/** Whether this year's report stands, and how far those below are. */
export function ReportsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, ...filter } = useSearch({ from: '/shell/reports' })
  const answer = useAnswer('reports.list', { organizationId, ...filter, page, size: pageSize })
  const { draft, isPending } = useDraft(organizationId)
  const isFiltered = filter.year !== undefined || filter.state !== undefined

  return (
    <Page>
      <Answered answer={answer}>
        {(list) => {
          const year = list.canDraft ? yearToDraft(list.years) : undefined
          const step = (
            <Button
              type={list.years.length === 0 ? 'primary' : 'default'}
              loading={isPending}
              onClick={() => year && draft(year)}
            >
              起草 {year} 年度汇报
            </Button>
          )
          if (list.total === 0 && !isFiltered)
            return (
              <Empty
                title="还没有工作汇报"
                example="全年开展主题党日12次，平均到会率93.5%。"
                step={year ? step : null}
              >
                年度汇报由名册、组织生活和学时记录自动起草，文中每个数字都能点开看到明细；改好后签发、下载
                Word、报送上级。
              </Empty>
            )
          return (
            <>
              <ReportsHeadline list={list} step={year ? step : null} />
              <ReportList list={list} page={page} />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

/** This year's if it is missing, or else last year's, which is usual in January. */
function yearToDraft(years: readonly number[]): number | undefined {
  const thisYear = new Date().getFullYear()
  return [thisYear, thisYear - 1].find((year) => !years.includes(year))
}

function useDraft(organizationId: string) {
  const { mutate, isPending } = useAct('reports.draft')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const draft = (year: number) =>
    mutate(
      { organizationId, year },
      {
        onSuccess: (key) => void navigate({ to: '/reports/$unitId/$reportId', params: key }),
        onError: (error) => void message.error(error.message),
      },
    )
  return { draft, isPending }
}
