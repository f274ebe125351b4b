import type { dutyTemplates } from '../modules/duties/table.ts'

type Terms = Pick<
  typeof dutyTemplates.$inferInsert,
  | 'title'
  | 'statement'
  | 'clause'
  | 'level'
  | 'post'
  | 'tiers'
  | 'sectors'
  | 'rhythm'
  | 'needsEvidence'
>

const education = '《中国共产党党员教育管理工作条例》'
const branchWork = '《中国共产党支部工作条例（试行）》'

/** What an invented county asks of its three levels; a real one lays down its own. */
export function dutiesOf(): Terms[] {
  return [
    duty(
      'work',
      '专题研究机关党员教育',
      '每半年至少研究一次，形成议定事项并督办',
      'half',
      education,
    ),
    duty(
      'work',
      '听取下级书记抓党建汇报',
      '每年听取全部直属党组织书记汇报并点评',
      'year',
      education,
    ),
    duty('committee', '部署年度党员教育计划', '每年制定计划并分解到支部', 'year', education),
    duty(
      'committee',
      '检查支部组织生活',
      '每季度抽查不少于三分之一的支部并反馈',
      'quarter',
      branchWork,
    ),
    duty('committee', '书记讲党课', '书记每年至少给基层党员讲一次党课', 'year', branchWork),
    duty('branch', '研究党员教育管理', '每季度支委会至少研究一次', 'quarter', branchWork),
    duty('branch', '向党员大会报告工作', '每年向党员大会报告一次并接受评议', 'year', branchWork),
    {
      ...duty('branch', '整改薄弱环节', '列出问题清单，每季度报告整改进展', 'quarter', branchWork),
      tiers: [3],
    },
    {
      ...duty('branch', '示范带动结对支部', '每半年到结对支部上一次示范课', 'half', branchWork),
      tiers: [1],
    },
    {
      ...duty('branch', '组织冬春训', '农村党员冬春集中轮训，参训率不低于九成', 'year', education),
      sectors: ['village'],
    },
    {
      ...duty('branch', '记好组织生活台账', '每季度核对三会一课记录和学时', 'quarter', branchWork),
      post: 'organizationOfficer',
    },
  ]
}

function duty(
  level: Terms['level'],
  title: string,
  statement: string,
  ...[rhythm, clause]: [Terms['rhythm'], string]
): Terms {
  const which = { tiers: [], sectors: [] }
  return {
    level,
    title,
    statement,
    rhythm,
    clause,
    post: 'secretary',
    // What is owed for the whole year has to be proven when it ends.
    needsEvidence: rhythm === 'year',

    ...which,
  }
}
