import { chapter, say, text } from './facts.ts'
import type { Facts, Template } from './facts.ts'
import { metricsUsed } from './metrics-used.ts'
import { life, organizations, own, roster, study } from './practices.ts'
import { problemsAndNext } from './problems.ts'

const since = ({ year, isOver }: Facts) =>
  isOver ? `${String(year)}年，` : `${String(year)}年以来，`
const rules = '《中国共产党党员教育管理工作条例》《中国共产党支部工作条例（试行）》'
const titleOf = ({ organization, year }: Facts) =>
  `${organization}关于${String(year)}年度党员教育管理工作情况的汇报`

/** 党支部: one branch speaks of its own members and what it did with them. */
const branch: Template = {
  id: 'branch',
  metrics: metricsUsed,
  title: titleOf,
  body: (facts) => [
    text(
      say`党员教育管理是党的建设的基础性、经常性工作。${since(facts)}${facts.organization}认真落实${rules}，组织${facts.figure('members.all')}名党员学习培训、过好组织生活。现将有关情况汇报如下：`,
    ),
    chapter('主要做法及成效'),
    ...roster(facts),
    ...study(facts),
    ...life(facts),
    ...own(),
    ...problemsAndNext(facts),
  ],
}

/** 党委、党工委、党总支: speaks of the branches below. */
const committee: Template = {
  id: 'committee',
  metrics: metricsUsed,
  title: titleOf,
  body: (facts) => [
    text(
      say`加强党员教育管理，是保持党员队伍先进性和纯洁性的重要任务。${since(facts)}${facts.organization}认真落实${rules}，指导所属${facts.figure('organizations.branches')}个党支部、${facts.figure('members.all')}名党员抓好学习培训和组织生活。现将有关情况汇报如下：`,
    ),
    chapter('主要做法及成效'),
    ...roster(facts),
    organizations(facts),
    ...study(facts),
    ...life(facts),
    ...own(),
    ...problemsAndNext(facts),
  ],
}

/** 县（市、区）委: the same over the whole county, as one system of responsibility. */
const county: Template = {
  ...committee,
  id: 'county',
  body: (facts) => [
    text(
      say`党员教育是党的建设的基础工程。${since(facts)}${facts.organization}坚持县、乡、支部三级联动，认真落实${rules}，统筹推进全域${facts.figure('organizations.branches')}个党支部、${facts.figure('members.all')}名党员的教育管理工作。现将有关情况汇报如下：`,
    ),
    ...committee.body(facts).slice(1),
  ],
}

export const templates = { branch, committee, county }

/** Which of them speaks for an organization. */
export function templateOf(organization: {
  readonly id: string
  readonly unitId: string
  readonly kind: string
}): Template {
  if (organization.id === organization.unitId) return county
  return /branch$/i.test(organization.kind) && organization.kind !== 'generalBranch'
    ? branch
    : committee
}
