import { officeNames, organizationKinds, sectors, stages } from './words.ts'

/** How traces are read out. What has no word here is shown as it was written. */

export const subjectWords: Readonly<Record<string, string>> = {
  account: '账号',
  activity: '活动',
  appointment: '任职',
  audit: '留痕核对',
  file: '文件',
  import: '名册导入',
  job: '后台任务',
  meeting: '组织生活',
  member: '党员',
  notice: '通知',
  organization: '党组织',
  report: '报告',
  rule: '规则参数',
}

export const fieldWords: Readonly<Record<string, string>> = {
  accounts: '账号',
  address: '网络地址',
  disabled: '停用',
  agent: '浏览器',
  at: '时间',
  code: '代码',
  from: '起始',
  kind: '类型',
  login: '登录名',
  lockedUntil: '锁定到',
  failures: '连续输错次数',
  name: '名称',
  note: '备注',
  office: '职务',
  organizationId: '党组织',
  people: '人数',
  reason: '原因',
  result: '结果',
  sealed: '已封存',
  status: '状态',
  title: '标题',
  until: '截止',
  version: '版本',
}

/** Words of values, field by field. */
export const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  office: officeNames,
  kind: organizationKinds,
  sector: sectors,
  stage: stages,
}
