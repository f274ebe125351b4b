import * as z from 'zod'
import { accountStates } from './account-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, keysOf, pageOf } from './vocabulary.ts'
import { officeNames } from './words.ts'

const Office = z.enum(keysOf(officeNames))
/** Every office but that of a plain member, which comes with the branch and not by appointment. */
const Appointable = Office.exclude(['member'])
const State = z.enum(keysOf(accountStates))
const Reason = Line.min(2)

/** Letters first, so that it is neither a phone number nor an ID number. */
const NewLogin = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, '登录名以字母开头，3 到 32 位，只用小写字母、数字和 . _ -')

/** What is printed, cut and handed over; the code is said here once and kept nowhere. */
const Slip = z.object({
  accountId: Id,
  name: Name,
  login: z.string(),
  organizationName: z.string(),
  code: z.string(),
  expiresAt: Moment,
})

const Row = z.object({
  id: Id,
  name: Name,
  login: z.string(),
  isMember: z.boolean(),
  organizationId: Id,
  organizationName: z.string(),
  state: State,
  hasTotp: z.boolean(),
  signedInAt: Moment.nullable(),
  offices: z.array(z.object({ office: Office, organizationName: z.string() })),
})

const Held = z.object({
  id: Id,
  office: Office,
  organizationId: Id,
  organizationName: z.string(),
  from: Day,
  /** The last day on which it holds. */
  until: Day.nullable(),
  revokedAt: Moment.nullable(),
  byName: z.string(),
  isInForce: z.boolean(),
  mayRevoke: z.boolean(),
})

/** What is done to accounts by those who look after them. */
export const accountOffice = {
  list: query({
    grant: 'accounts.view',
    summary: '账号列表',
    input: Paging.extend({
      organizationId: Id.optional(),
      text: Line.default(''),
      state: State.optional(),
      office: Office.optional(),
    }),
    output: pageOf(Row).extend({
      counts: z.record(State, z.int()),
      /** Members here who have no account yet. */
      uninvited: z.int(),
    }),
  }),

  show: query({
    grant: 'accounts.view',
    summary: '一个账号的授权、登录和可办事项',
    input: z.object({ accountId: Id }),
    output: Row.extend({
      createdAt: Moment,
      lockedUntil: Moment.nullable(),
      disabledAt: Moment.nullable(),
      sessions: z.int(),
      code: z.object({ issuedAt: Moment, expiresAt: Moment }).nullable(),
      appointments: z.array(Held),
      /** What the caller may do to it; the act decides again. */
      may: z.object({
        appoint: z.array(Appointable),
        invite: z.boolean(),
        manage: z.boolean(),
        unlock: z.boolean(),
      }),
    }),
  }),

  matrix: query({
    summary: '授权矩阵：各职务能做什么',
    input: z.object({}),
    output: z.object({
      offices: z.array(Office),
      rows: z.array(
        z.object({ grant: z.string(), does: z.array(z.string()), offices: z.array(Office) }),
      ),
      powers: z.array(
        z.object({ office: Office, appoints: z.array(Office), invites: z.array(Office) }),
      ),
      exclusive: z.array(Office),
    }),
  }),

  appoint: command({
    grant: 'accounts.appoint',
    summary: '授予职务：在一个组织及其下级，从哪天到哪天',
    input: z.object({
      accountId: Id,
      organizationId: Id,
      office: Appointable,
      from: Day,
      until: Day.optional(),
    }),
    output: z.object({ appointmentId: Id }),
  }),

  revoke: command({
    grant: 'accounts.appoint',
    summary: '撤销职务，立即生效',
    input: z.object({ appointmentId: Id, reason: Reason }),
    output: z.object({}),
  }),

  invite: command({
    grant: 'accounts.invite',
    summary: '给党员发一次性登录码；不指名则发给本组织尚未启用的全部党员',
    input: z.object({ organizationId: Id, memberIds: z.array(Id).min(1).max(500).optional() }),
    output: z.object({
      slips: z.array(Slip),
      /** Who was passed over, and why. */
      skipped: z.array(z.object({ name: Name, reason: z.string() })),
    }),
  }),

  renewCode: command({
    grant: 'accounts.invite',
    summary: '给一个账号重新发一次性登录码（忘记密码时）',
    input: z.object({ accountId: Id }),
    output: Slip,
  }),

  create: command({
    grant: 'accounts.manage',
    summary: '为不是党员的工作人员开账号',
    input: z.object({ organizationId: Id, login: NewLogin, name: Name }),
    output: Slip,
  }),

  disable: command({
    grant: 'accounts.manage',
    summary: '停用账号，所有登录立即退出',
    input: z.object({ accountIds: z.array(Id).min(1).max(200), reason: Reason }),
    output: z.object({ disabled: z.int() }),
  }),

  enable: command({
    grant: 'accounts.manage',
    summary: '恢复停用的账号',
    input: z.object({ accountId: Id, reason: Reason }),
    output: z.object({}),
  }),

  unlock: command({
    grant: 'accounts.unlock',
    summary: '解除因连续输错而锁定的账号',
    input: z.object({ accountId: Id }),
    output: z.object({}),
  }),

  resetTotp: command({
    grant: 'accounts.manage',
    summary: '解除他人的动态口令验证器（手机遗失时）',
    input: z.object({ accountId: Id, reason: Reason }),
    output: z.object({}),
  }),

  found: command({
    grant: 'open',
    summary: '凭安装码建立第一个党组织和四个管理账号',
    input: z.object({
      code: z.string().trim().min(8).max(40),
      organizationName: Name,
      people: z.object({
        organizer: z.object({ login: NewLogin, name: Name }),
        systemAdministrator: z.object({ login: NewLogin, name: Name }),
        securityAdministrator: z.object({ login: NewLogin, name: Name }),
        auditor: z.object({ login: NewLogin, name: Name }),
      }),
    }),
    output: z.object({ organizationId: Id, slips: z.array(Slip) }),
  }),
}
