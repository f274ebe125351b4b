import * as z from 'zod'
import { accountOffice } from './account-office.ts'
import { command, query } from './kit.ts'
import { Id, Moment, Name, keysOf } from './vocabulary.ts'
import { officeNames } from './words.ts'

const Login = z.string().trim().min(1).max(64)
const Password = z.string().min(1).max(200)
const Digits = z.string().regex(/^\d{6}$/, '应为六位数字')

export const Office = z.enum(keysOf(officeNames))

/** About oneself, and at the door. What is done to others' accounts is in `account-office.ts`. */
const ownAccount = {
  signIn: command({
    grant: 'open',
    summary: '登录：登录名、手机号或公民身份号码均可',
    input: z.object({ login: Login, password: Password, code: Digits.optional() }),
    output: z.object({ next: z.enum(['done', 'totp', 'newPassword']) }),
  }),

  redeemCode: command({
    grant: 'open',
    summary: '用一次性登录码设定密码并登录',
    input: z.object({ login: Login, code: z.string().trim().min(6).max(20), password: Password }),
    output: z.object({ next: z.enum(['done', 'totp']) }),
  }),

  signOut: command({ summary: '退出登录', input: z.object({}), output: z.object({}) }),

  changePassword: command({
    summary: '修改我的密码，其他设备随之退出',
    input: z.object({ old: Password, password: Password }),
    output: z.object({}),
  }),

  me: query({
    summary: '我是谁，能做什么',
    input: z.object({}),
    output: z.object({
      accountId: Id,
      name: Name,
      memberId: Id.optional(),
      unitId: Id,
      organization: z.object({ id: Id, name: Name }),
      appointments: z.array(
        z.object({ office: Office, organizationId: Id, organizationName: Name }),
      ),
      grants: z.array(z.string()),
      mustChangePassword: z.boolean(),
      /** The office asks for a second factor that is not there yet; until then it does not count. */
      mustBeginTotp: z.boolean(),
    }),
  }),

  offlineKey: command({
    summary: '打开这台设备上为我存着的离线内容的钥匙：只给登录着的本人，换一个人、换一台设备都不同',
    input: z.object({ deviceId: Id }),
    output: z.object({ accountId: Id, key: z.string() }),
  }),

  sessions: query({
    summary: '我在哪些设备上登录着，以及登录方式',
    input: z.object({}),
    output: z.object({
      login: z.string(),
      hasTotp: z.boolean(),
      passwordSetAt: Moment.nullable(),
      rows: z.array(
        z.object({
          id: Id,
          isThis: z.boolean(),
          address: z.string(),
          agent: z.string(),
          createdAt: Moment,
          lastSeenAt: Moment,
          expiresAt: Moment,
        }),
      ),
    }),
  }),

  endSession: command({
    summary: '让一台设备退出登录；不指明则本机以外全部退出',
    input: z.object({ sessionId: Id.optional() }),
    output: z.object({ ended: z.int() }),
  }),

  beginTotp: command({
    summary: '开始绑定动态口令验证器',
    input: z.object({}),
    output: z.object({ secret: z.string(), uri: z.string() }),
  }),

  confirmTotp: command({
    summary: '填写验证器的第一组数字，完成绑定',
    input: z.object({ code: Digits }),
    output: z.object({}),
  }),

  removeTotp: command({
    summary: '解除动态口令验证器',
    input: z.object({ password: Password }),
    output: z.object({}),
  }),
}

export const accounts = { ...ownAccount, ...accountOffice }
