import type { Grant } from '@zhixing/contract'

export type NavigationEntry = {
  name: string
  to: string
  /** Shown to those who hold it somewhere; without one, to everybody. */
  grant?: Grant
}

type NavigationGroup = {
  name: string
  entries: NavigationEntry[]
  /** What everybody comes for stands open from the beginning. */
  isDaily?: boolean
}

/** What works, in the order of the work; a capability adds one line when its page stands. */
export const navigation: NavigationGroup[] = [
  { name: '', entries: [{ name: '待办', to: '/' }] },
  {
    name: '教育培训',
    entries: [
      { name: '培训计划', to: '/plans', grant: 'plans.view' },
      { name: '集中教育', to: '/campaigns', grant: 'campaigns.view' },
      { name: '学习要求', to: '/requirements', grant: 'requirements.view' },
      { name: '培训班', to: '/classes', grant: 'classes.view' },
      { name: '必学内容', to: '/topics', grant: 'topics.view' },
      { name: '阵地与师资', to: '/resources', grant: 'resources.view' },
      { name: '书刊教材', to: '/materials', grant: 'materials.view' },
      { name: '站点', to: '/sites', grant: 'sites.view' },
      { name: '调查测评', to: '/surveys', grant: 'surveys.view' },
      { name: '课程', to: '/courses', grant: 'courses.view' },
      { name: '读书与笔记', to: '/reading', grant: 'reading.view' },
      { name: '送学', to: '/outreach', grant: 'outreach.view' },
      { name: '送课', to: '/tours', grant: 'tours.view' },
      { name: '课件包', to: '/packages', grant: 'packages.view' },
      { name: '测验竞赛', to: '/quizzes', grant: 'quizzes.view' },
      { name: '结对与锻炼', to: '/mentoring', grant: 'mentoring.view' },
    ],
  },
  {
    name: '组织生活',
    isDaily: true,
    entries: [
      { name: '本月', to: '/meetings/month', grant: 'activities.view' },
      { name: '排期', to: '/meetings/schedule', grant: 'activities.organize' },
      { name: '活动记录', to: '/meetings/list', grant: 'activities.view' },
      { name: '票决', to: '/ballots', grant: 'ballots.view' },
      { name: '换届选举', to: '/elections', grant: 'elections.view' },
      { name: '频次', to: '/meetings/frequency', grant: 'activities.view' },
      { name: '民主评议', to: '/appraisal', grant: 'appraisal.view' },
      { name: '规律与方法', to: '/meetings/regularity', grant: 'activities.view' },
      { name: '党课宣讲', to: '/lectures', grant: 'activities.view' },
      { name: '理论中心组', to: '/study-groups', grant: 'studyGroups.view' },
      { name: '双重组织生活', to: '/leaders', grant: 'requirements.view' },
      { name: '领导联系与学习', to: '/leaders/contacts', grant: 'leaders.view' },
      { name: '学习通知', to: '/notices', grant: 'notices.send' },
    ],
  },
  {
    name: '组织与党员',
    entries: [
      { name: '党组织', to: '/organizations', grant: 'organizations.view' },
      { name: '党员名册', to: '/members', grant: 'members.view' },
      { name: '发展党员', to: '/development', grant: 'development.view' },
      { name: '流动党员', to: '/floating', grant: 'floating.view' },
      { name: '组织关系转接', to: '/transfers', grant: 'transfers.view' },
      { name: '党费', to: '/dues', grant: 'dues.view' },
      { name: '责任清单', to: '/duties', grant: 'duties.view' },
      { name: '对象范围', to: '/audiences', grant: 'members.view' },
      { name: '党员岗责', to: '/roles', grant: 'roles.view' },
      { name: '谈话提醒', to: '/talks', grant: 'talks.view' },
      { name: '监督关爱', to: '/conduct', grant: 'conduct.view' },
    ],
  },
  {
    name: '总览与报告',
    entries: [
      { name: '驾驶舱', to: '/cockpit', grant: 'cockpit.view' },
      { name: '工作汇报', to: '/reports', grant: 'reports.view' },
    ],
  },
  {
    name: '系统',
    entries: [
      { name: '账号与授权', to: '/accounts', grant: 'accounts.view' },
      { name: '授权矩阵', to: '/accounts/matrix', grant: 'accounts.view' },
      { name: '规则参数', to: '/rules', grant: 'rules.view' },
      { name: '节假日', to: '/holidays', grant: 'rules.view' },
      { name: '操作留痕', to: '/audit', grant: 'audit.view' },
    ],
  },
]
