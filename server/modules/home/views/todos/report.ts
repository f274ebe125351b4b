import { and, eq } from 'drizzle-orm'
import { yearOf } from '../../../../kernel/calendar.ts'
import { reports, reportSignatures } from '../../../reports/table.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** From the middle of November the yearly report is due. */
const from = '11-15'

export async function yearlyReport({ db, today, organization }: Place): Promise<Todo[]> {
  if (today.slice(5) < from) return []
  const year = yearOf(today)
  const [report] = await db
    .select({ unitId: reports.unitId, id: reports.id, signedAt: reportSignatures.signedAt })
    .from(reports)
    .leftJoin(
      reportSignatures,
      and(eq(reportSignatures.unitId, reports.unitId), eq(reportSignatures.reportId, reports.id)),
    )
    .where(and(eq(reports.organizationId, organization.id), eq(reports.year, year)))
  if (report?.signedAt) return []
  return [
    {
      key: 'report',
      what: report ? `签发 ${year} 年工作汇报` : `起草 ${year} 年工作汇报`,
      why: report
        ? '已经起草，还没有签发；数字随时更新，签发时留存'
        : '每年向上级报告党员教育管理情况，数字由系统生成，核对后签发',
      clause: '《中国共产党党员教育管理工作条例》第四十三条',
      deadline: `${year}-12-31`,
      action: report ? '打开' : '去起草',
      to: report ? `/reports/${report.unitId}/${report.id}` : '/reports',
    },
  ]
}
