import * as z from 'zod'
import { command, query } from './kit.ts'
import { Id, Name, keysOf } from './vocabulary.ts'
import { officeNames } from './words.ts'

const Login = z.string().trim().min(1).max(64)
const Password = z.string().min(1).max(200)

export const Office = z.enum(keysOf(officeNames))

export const accounts = {
  signIn: command({
    grant: 'open',
    summary: '登录：登录名、手机号或公民身份号码均可',
    input: z.object({
      login: Login,
      password: Password,
      code: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    output: z.object({ next: z.enum(['done', 'totp', 'newPassword']) }),
  }),

  redeemCode: command({
    grant: 'open',
    summary: '用首次登录码设定密码并登录',
    input: z.object({ login: Login, code: z.string().trim().min(6).max(20), password: Password }),
    output: z.object({}),
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
    }),
  }),
}
