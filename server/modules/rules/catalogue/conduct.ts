import { by, knownBy, locally } from './clauses.ts'
import { number } from './declare.ts'

const watched = { unit: 'months', tighter: 'lower' } as const
const lasting = { unit: 'months', tighter: 'none' } as const

/** When the three clocks speak, how long a sanction has effects, and how often somebody is visited. */
export const conduct = [
  number({
    key: 'conduct.amber',
    name: '“三不”连续多久提醒本人和支部',
    ...watched,
    value: 2,
    ...locally('早提醒、早改正'),
  }),
  number({
    key: 'conduct.talk',
    name: '“三不”连续多久必须谈话',
    ...watched,
    value: 4,
    ...locally('提醒谈话'),
  }),
  number({
    key: 'conduct.report',
    name: '“三不”连续多久报告上级',
    ...watched,
    value: 5,
    ...locally('报告上级'),
  }),
  number({
    key: 'conduct.appeal',
    name: '处理决定的申诉期',
    unit: 'days',
    tighter: 'higher',
    value: 30,
    ...locally('申诉期限'),
  }),
  number({
    key: 'sanction.warning',
    name: '警告处分影响期',
    ...lasting,
    value: 12,
    ...knownBy('discipline', '第十条'),
  }),
  number({
    key: 'sanction.seriousWarning',
    name: '严重警告处分影响期',
    ...lasting,
    value: 18,
    ...knownBy('discipline', '第十条'),
  }),
  number({
    key: 'sanction.removal',
    name: '撤销党内职务处分影响期',
    ...lasting,
    value: 24,
    ...knownBy('discipline', '第十一条'),
  }),
  number({
    key: 'sanction.probation',
    name: '留党察看恢复权利后的影响期',
    ...lasting,
    value: 24,
    ...knownBy('discipline', '第十二条'),
  }),
  number({
    key: 'care.every',
    name: '走访慰问间隔',
    unit: 'months',
    tighter: 'lower',
    value: 6,
    ...locally('关怀帮扶'),
  }),
  number({
    key: 'disposal.correction.max',
    name: '限期改正上限',
    unit: 'months',
    tighter: 'lower',
    value: 12,
    ...by('education', '第三十条'),
  }),
  number({
    key: 'disposal.three_nots',
    name: '不参加组织生活、不交党费、不做工作（任一）',
    unit: 'months',
    tighter: 'none',
    value: 6,
    ...by('education', '第三十一条'),
  }),
  number({
    key: 'lost.suspend_after',
    name: '失联停止党籍',
    unit: 'months',
    tighter: 'none',
    value: 6,
    ...by('education', '第二十四条'),
  }),
  number({
    key: 'lost.remove_after',
    name: '停止党籍后除名',
    unit: 'years',
    tighter: 'none',
    value: 2,
    ...knownBy('education', '第二十四条'),
  }),
] as const
