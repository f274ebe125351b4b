import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { contactRoles } from '@zhixing/contract/development-words.ts'
import type { Output } from '@zhixing/contract'
import type { contract } from '@zhixing/contract'
import { sexes } from '@zhixing/contract/words.ts'

type Shown = Output<typeof contract.development.show>

/** The papers that are printed from here: what they show of the file, and whose opinion goes on them. */
const papers = {
  recommendation: {
    title: '入党积极分子推荐和确定表',
    whats: [],
    opinions: ['推荐意见', '党支部意见'],
  },
  register: {
    title: '入党积极分子培养教育考察登记表',
    whats: ['支部考察', '思想汇报', '志愿服务', '集中培训', '积分'],
    opinions: ['培养联系人意见', '党支部意见'],
  },
  minutes: { title: '确定发展对象会议记录', whats: ['支部考察', '公示'], opinions: ['党支部意见'] },
  conclusion: { title: '政治审查结论', whats: ['联审'], opinions: ['党支部结论'] },
  prereview: {
    title: '发展对象预审表',
    whats: ['支部考察', '集中培训', '政治审查'],
    opinions: ['党支部意见', '上级党委预审意见'],
  },
  resolution: { title: '支部大会决议', whats: ['支部大会表决'], opinions: ['支部书记'] },
  approval: {
    title: '预备党员审批表',
    whats: ['支部大会表决', '上级党委派人谈话'],
    opinions: ['上级党委审批意见'],
  },
  chronicle: { title: '发展党员工作纪实', whats: null, opinions: ['党支部书记'] },
} as const

export type PaperName = keyof typeof papers

export function isPaper(name: string): name is PaperName {
  return Object.hasOwn(papers, name)
}

/** What a paper says of somebody, on a day. */
export function paperFacts(shown: Shown, name: PaperName, day: string) {
  const { title, whats, opinions } = papers[name]
  const chosen: readonly string[] | null = whats
  const rows = shown.chronicle
    .filter(({ what }) => chosen === null || chosen.includes(what))
    .toReversed()
  return {
    organization: shown.organizationName,
    title,
    day,
    facts: factsOf(shown),
    chapters:
      chosen !== null && chosen.length === 0
        ? []
        : [
            {
              title: '有关情况',
              lines: rows.map(({ on, what, text }) => `${on}，${what}：${text}`),
            },
          ],
    opinions,
  }
}

function factsOf(shown: Shown): [string, string][] {
  const { name, sex, age, ethnicity, education, occupation, appliedOn, contacts, idNumber } = shown
  const named = (role: keyof typeof contactRoles) =>
    contacts.filter((one) => one.role === role && !one.until).map((one) => one.name)
  return [
    ['姓名', name],
    ['性别', sexes[sex]],
    ['年龄', `${age} 岁`],
    ['民族', ethnicities[ethnicity] ?? ''],
    ['学历', educations[education] ?? ''],
    ['工作岗位', occupation],
    ['公民身份证号', idNumber],
    ['申请入党日期', appliedOn],
    [contactRoles.contact, named('contact').join('、')],
    [contactRoles.introducer, named('introducer').join('、')],
  ]
}
