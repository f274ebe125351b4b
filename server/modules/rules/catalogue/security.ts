import { locally } from './clauses.ts'
import { declare, number } from './declare.ts'

/** GB/T 22239-2019 asks for all of these at level 3 and leaves the numbers to each place. */
function graded(clause: string) {
  const { from, mark } = locally('')
  return { clause: `GB/T 22239—2019 ${clause}，数值为本地参数`, from, mark }
}

const failing = graded('8.1.4.1 b 登录失败处理')
const secrets = graded('8.1.4.1 a 口令复杂度与定期更换')
const idle = graded('8.1.4.1 b 超时自动退出')
const costly = locally('免得资料被成批取走，也免得一个账号占住机器')
const stale = graded('8.1.4.2 c 清理多余、过期账号')

/** How people get in, how long they stay, and when an account is stale. */
export const security = [
  number({
    key: 'signIn.failures.max',
    name: '连续输错密码多少次后锁定',
    unit: 'times',
    tighter: 'lower',
    value: 5,
    ...failing,
  }),
  number({
    key: 'signIn.lock.minutes',
    name: '锁定时长',
    unit: 'minutes',
    tighter: 'higher',
    value: 15,
    ...failing,
  }),
  number({
    key: 'signIn.address.failures.max',
    name: '同一网络地址输错多少次后暂停',
    unit: 'times',
    tighter: 'lower',
    value: 100,
    ...failing,
  }),
  number({
    key: 'signIn.code.days',
    name: '一次性登录码有效期',
    unit: 'days',
    tighter: 'lower',
    value: 7,
    ...secrets,
  }),
  number({
    key: 'signIn.totp.required',
    name: '三员和组织部必须使用动态口令（1 为必须）',
    unit: 'times',
    tighter: 'higher',
    value: 0,
    ...graded('8.1.4.1 d 双因素鉴别'),
  }),
  declare({
    key: 'signIn.administrator.addresses',
    name: '三员只能从哪些网络地址登录（如 10.1.0.0/16；0.0.0.0/0 和 ::/0 为不限）',
    unit: 'grades',
    shape: 'words',
    tighter: 'none',
    pattern: 'addresses',
    seeds: [{ value: ['0.0.0.0/0', '::/0'], ...graded('8.1.4.4 d 限制管理终端的网络地址') }],
  }),
  number({
    key: 'password.history',
    name: '新密码不得与最近多少个相同',
    unit: 'times',
    tighter: 'higher',
    value: 5,
    ...secrets,
  }),
  number({
    key: 'password.change.days',
    name: '三员更换密码的间隔',
    unit: 'days',
    tighter: 'lower',
    value: 90,
    ...secrets,
  }),
  number({
    key: 'session.office.idle.minutes',
    name: '任职账号闲置多久自动退出',
    unit: 'minutes',
    tighter: 'lower',
    value: 30,
    ...idle,
  }),
  number({
    key: 'session.office.hours',
    name: '任职账号一次登录最长时间',
    unit: 'hours',
    tighter: 'lower',
    value: 12,
    ...idle,
  }),
  number({
    key: 'session.member.days',
    name: '党员手机登录保持时间',
    unit: 'days',
    tighter: 'lower',
    value: 30,
    ...idle,
  }),
  number({
    key: 'calls.searches',
    name: '每个账号每分钟最多查找多少次',
    unit: 'times',
    tighter: 'lower',
    value: 120,
    ...costly,
  }),
  number({
    key: 'calls.papers',
    name: '每个账号每小时最多取出多少份文书',
    unit: 'times',
    tighter: 'lower',
    value: 300,
    ...costly,
  }),
  number({
    key: 'calls.exports',
    name: '每个账号每小时最多导出多少次',
    unit: 'times',
    tighter: 'lower',
    value: 30,
    ...costly,
  }),
  number({
    key: 'account.stale.days',
    name: '多久未登录列入清理名单',
    unit: 'days',
    tighter: 'lower',
    value: 90,
    ...stale,
  }),
  number({
    key: 'log.retention.min',
    name: '网络日志留存下限',
    unit: 'months',
    tighter: 'higher',
    value: 6,
    from: '2017-06-01',
    clause: '《中华人民共和国网络安全法》',
    mark: 'known',
  }),
  number({
    key: 'pia.keep',
    name: '个人信息保护影响评估留存',
    unit: 'years',
    tighter: 'higher',
    value: 3,
    from: '2021-11-01',
    clause: '《中华人民共和国个人信息保护法》第五十六条',
    mark: 'known',
  }),
] as const
