import { eq } from 'drizzle-orm'
import { organizationCounts } from '../../../organizations/table.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** Before anybody is on the roll, the roll comes first. */
export async function emptyRoll({ db, today, organization }: Place): Promise<Todo[]> {
  const [counts] = await db
    .select({ members: organizationCounts.members })
    .from(organizationCounts)
    .where(eq(organizationCounts.id, organization.id))
  if (counts && counts.members > 0) return []
  return [
    {
      key: 'roll',
      what: '导入党员名册',
      why: '这里还没有党员；用党员信息系统导出的表格即可，先核对，再写入，可以撤销',
      clause: '《中国共产党党员教育管理工作条例》',
      deadline: today,
      action: '选择表格',
      to: '/members/import',
    },
  ]
}
