import { locally } from './clauses.ts'
import { number } from './declare.ts'

/** How often leading cadres are at the branches that they look after. */
export const leaders = [
  number({
    key: 'leader.contact.visits',
    name: '领导干部每年到联系支部',
    unit: 'times',
    tighter: 'higher',
    value: 2,
    ...locally('领导干部联系支部'),
  }),
  number({
    key: 'leader.contact.lessons',
    name: '领导干部每年在联系支部讲课',
    unit: 'times',
    tighter: 'higher',
    value: 1,
    ...locally('领导干部联系支部'),
  }),
] as const
