import { locally } from './clauses.ts'
import { number } from './declare.ts'

/** When the roll of an activity can be signed by code, and how long a code lives. */
export const signIn = [
  number({
    key: 'signin.opens_before',
    name: '签到提前开放',
    unit: 'minutes',
    tighter: 'lower',
    value: 60,
    ...locally('活动开始前'),
  }),
  number({
    key: 'signin.closes_after',
    name: '结束后仍可签到',
    unit: 'minutes',
    tighter: 'lower',
    value: 0,
    ...locally('活动结束即止'),
  }),
  number({
    key: 'signin.code.renew',
    name: '签到码更新间隔',
    unit: 'seconds',
    tighter: 'lower',
    value: 15,
    ...locally('签到码'),
  }),
  number({
    key: 'signin.code.valid',
    name: '签到码有效时间',
    unit: 'seconds',
    tighter: 'lower',
    value: 30,
    ...locally('签到码'),
  }),
  number({
    key: 'signin.code.finish',
    name: '扫码后完成登录的时间',
    unit: 'seconds',
    tighter: 'none',
    value: 300,
    ...locally('签到码'),
  }),
] as const
