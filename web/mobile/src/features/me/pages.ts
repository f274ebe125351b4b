import type { Grant } from '@zhixing/contract'

type Line = {
  readonly to: string
  readonly name: string
  readonly note: string
  /** Only for those who hold it somewhere. */
  readonly grant?: Grant
  /** Also for somebody who is no member: an applicant, somebody of the staff. */
  readonly isForAll?: boolean
}

/** The group in which leading cadres find what is theirs. */
export const duties = '我承担的工作'

/** What belongs to the reader, by what they come for; a capability adds its line when its page stands. */
const groups: readonly { readonly name: string; readonly lines: readonly Line[] }[] = [
  {
    name: '我的学习',
    lines: [
      { to: '/me/hours', name: '我的学时', note: '每一笔从哪里来' },
      { to: '/topics', name: '学习内容', note: '上级布置的，可以自学' },
      { to: '/classes', name: '我的培训班', note: '报名、课程表、证书' },
      { to: '/plans', name: '培训安排', note: '按我的岗位和层次' },
      { to: '/packages', name: '互动课件', note: '点开就学，随时接着学' },
      { to: '/quizzes', name: '测验', note: '测验、复测、应知应会、竞赛' },
      { to: '/surveys', name: '请我答的问卷', note: '调研、评估、自查' },
      { to: '/materials', name: '发给我的书', note: '书、笔记本、电子版' },
      { to: '/mentoring', name: '结对与锻炼', note: '带教记录、实践任务' },
      { to: '/me/deliveries', name: '送到我家的', note: '谁来过、学了什么' },
    ],
  },
  {
    name: '组织生活',
    lines: [
      { to: '/ballots', name: '投票', note: '无记名，谁也查不到' },
      { to: '/appraisal', name: '民主评议', note: '自评互评、谈心谈话、整改' },
      { to: '/talks', name: '约我谈话', note: '党组织约我的时间和地点' },
      { to: '/conduct', name: '我的履责', note: '组织生活、党费、分配的工作' },
      { to: '/dues', name: '我的党费', note: '应交、已交、申请减免' },
    ],
  },
  {
    name: '组织关系',
    lines: [
      { to: '/me/record', name: '我的资料', note: '名册里怎么写的' },
      { to: '/development', name: '发展党员', note: '我的进程、我联系的同志', isForAll: true },
      { to: '/transfers', name: '组织关系转接', note: '申请、介绍信、办到哪一步' },
      { to: '/floating', name: '外出与报到', note: '去向、联系人、服务任务' },
    ],
  },
  {
    name: duties,
    lines: [
      { to: '/roles', name: '我的岗责', note: '定了什么岗、还能认领什么' },
      { to: '/duties', name: '我的责任清单', note: '任职的岗位要办什么' },
      { to: '/outreach', name: '送学上门', note: '安排我去的，没有网络也能登记' },
      { to: '/tours', name: '送课', note: '要来讲的、我去讲的' },
      { to: '/study-groups', name: '理论中心组', note: '下一次学习、要补的、列席旁听' },
      { to: '/sites', name: '站点记录', note: '我管理的站点，每月一交' },
      { to: '/resources', name: '阵地与师资', note: '给支部点单', grant: 'resources.order' },
      {
        to: '/materials/issues',
        name: '签收书刊教材',
        note: '上级发来的',
        grant: 'materials.receive',
      },
      { to: '/floating/contacts', name: '联系流动党员', note: '谁超期了', grant: 'floating.keep' },
    ],
  },
  {
    name: '通知与设置',
    lines: [
      { to: '/inbox', name: '收件箱', note: '通知和学习材料', isForAll: true },
      { to: '/me/kept', name: '存在手机里的', note: '还没交上的、带着的课', isForAll: true },
      { to: '/me/account', name: '登录与密码', note: '哪些设备登录着', isForAll: true },
    ],
  },
]

type Reader = { readonly memberId?: string | undefined; readonly grants: readonly string[] }

/** The groups in which there is something for this reader. */
export function pagesFor({ memberId, grants }: Reader) {
  return groups
    .map(({ name, lines }) => ({
      name,
      lines: lines.filter(({ grant, isForAll }) =>
        grant ? grants.includes(grant) : isForAll === true || memberId !== undefined,
      ),
    }))
    .filter(({ lines }) => lines.length > 0)
}
