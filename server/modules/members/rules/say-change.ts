import { educations, ethnicities } from '@zhixing/contract/codes.ts'
import { ranks, ruralTypes, trades } from '@zhixing/contract/profile-words.ts'
import { employments, excuseReasons, leaveReasons, sexes, stages } from '@zhixing/contract/words.ts'

const fields: Readonly<Record<string, string>> = {
  name: '姓名',
  sex: '性别',
  ethnicity: '民族',
  idNumber: '公民身份证号',
  bornOn: '出生日期',
  education: '学历',
  stage: '人员类别',
  joinedOn: '加入党组织日期',
  confirmedOn: '转为正式党员日期',
  occupation: '工作岗位',
  employment: '从业状况',
  phone: '联系电话',
  address: '家庭住址',
  isSuspended: '停止党籍',
  lostSince: '失去联系日期',
  floatingSince: '外出日期',
  floatingTo: '外出流向',
  organization: '所在党支部',
  from: '起始日期',
  until: '截止日期',
  reason: '原因',
  approvedBy: '批准人',
  note: '说明',
  endedOn: '终止日期',
  leftOn: '移出日期',
  leftBecause: '移出原因',
  tag: '标签',
  rank: '职级',
  trade: '职业',
  traits: '学习特点',
  isRestructured: '改制企业党员',
  ruralType: '新型农民类型',
  contactPerson: '联系人',
  receiver: '流入地党组织',
  on: '日期',
  asked: '查找办法',
  result: '查找结果',
}

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: sexes,
  ethnicity: ethnicities,
  education: educations,
  stage: stages,
  employment: employments,
  leftBecause: leaveReasons,
  reason: excuseReasons,
  isSuspended: { true: '是', false: '否' },
  isRestructured: { true: '是', false: '否' },
  rank: ranks,
  trade: trades,
  ruralType: ruralTypes,
}

const whats: Readonly<Record<string, string>> = {
  'members.register': '登记入册',
  'members.change': '修改资料',
  'members.profile': '修改学员画像',
  'members.grow': '新型农民成长记录',
  'members.move': '调整支部',
  'members.leave': '移出名册',
  'members.excuse': '免作硬性要求',
  'members.endExcuse': '终止免硬性要求',
  'members.tag': '加标签',
  'members.untag': '去标签',
  'members.identify': '查看身份信息',
  'floating.register': '登记外出去向',
  'floating.update': '本人更新去向',
  'floating.end': '结束外出',
  'floating.assign': '指定联系人',
  'floating.contact': '联系',
  'floating.reportIn': '本人报到',
  'floating.reportFor': '代为报到',
  'floating.lose': '登记失联',
  'floating.look': '查找',
  'floating.find': '联系上了',
}

export type Said = { readonly word: string; readonly before: string; readonly after: string }

/** What an act on a member was, in words. */
export function sayWhat(command: string): string {
  return whats[command] ?? '其他变动'
}

/** The fields of a trace in words; what people have no word for is left out. */
export function sayFields(before: unknown, after: unknown): Said[] {
  const [old, fresh] = [asRecord(before), asRecord(after)]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  return keys.flatMap((key) => {
    const word = fields[key]
    return word ? [{ word, before: say(key, old[key]), after: say(key, fresh[key]) }] : []
  })
}

function say(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return words[key]?.[text] ?? text
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {}
}
