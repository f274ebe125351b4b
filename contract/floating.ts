import * as z from 'zod'
import {
  CheckIn,
  CheckInRef,
  ContactEntry,
  HourLine,
  LedgerRow,
  Loss,
  MemberKey,
  SearchEntry,
  StayFacts,
} from './floating-shapes.ts'
import {
  contactWays,
  floatingClasses,
  ledgerFilters,
  lossCauses,
  lossStages,
  stayEnds,
} from './floating-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Name, Paging, Text, Version, keysOf, pageOf } from './vocabulary.ts'

const Counts = z.object({
  total: z.int(),
  overdue: z.int(),
  unregistered: z.int(),
  unassigned: z.int(),
  notCheckedIn: z.int(),
  transfer: z.int(),
  classes: z.record(z.string(), z.int()),
})

const LostRow = MemberKey.extend({
  name: Name,
  organizationName: Name,
  isFloating: z.boolean(),
  loss: Loss,
})

export const floating = {
  list: query({
    grant: 'floating.view',
    summary: '流动党员台账：流向、联系、最近活动；超期未联系的在前',
    input: Paging.extend({
      organizationId: Id,
      show: z.enum(keysOf(ledgerFilters)).default('all'),
      class: z.enum(keysOf(floatingClasses)).optional(),
      text: Line.default(''),
    }),
    output: pageOf(LedgerRow).extend({ counts: Counts, today: Day }),
  }),

  show: query({
    grant: 'floating.view',
    summary: '一名流动党员：去向、联系规则与记录、报到、远程学时',
    input: MemberKey,
    output: LedgerRow.extend({
      version: Version,
      /** Nothing as long as only the roll says that somebody is away. */
      stay: StayFacts.extend({ isPhoneMasked: z.boolean() }).nullable(),
      contactPersonId: Id.nullable(),
      contacts: z.array(ContactEntry),
      checkIns: z.array(CheckIn),
      hours: z.array(HourLine),
      loss: Loss.nullable(),
      searches: z.array(SearchEntry),
      may: z.object({ keep: z.boolean() }),
    }),
  }),

  register: command({
    grant: 'floating.keep',
    summary: '登记或修改一名党员的外出去向',
    input: MemberKey.extend({ version: Version, stay: StayFacts }),
    output: z.object({ version: Version }),
  }),

  end: command({
    grant: 'floating.keep',
    summary: '结束外出：返回，或已转组织关系',
    input: MemberKey.extend({
      version: Version,
      on: Day,
      because: z.enum(keysOf(stayEnds)),
    }),
    output: z.object({}),
  }),

  assign: command({
    grant: 'floating.keep',
    summary: '给流动党员指定联系人',
    input: z.object({
      unitId: Id,
      memberIds: z.array(Id).min(1).max(500),
      contactPersonId: Id,
    }),
    output: z.object({ count: z.int() }),
  }),

  contact: command({
    grant: 'floating.keep',
    summary: '记一次联系',
    input: MemberKey.extend({
      /** Made by the form: the same form sent twice is one contact. */
      formId: Id,
      on: Day,
      way: z.enum(keysOf(contactWays)).exclude(['self']),
      isReached: z.boolean(),
      note: Line.default(''),
    }),
    output: z.object({ dueOn: Day }),
  }),

  mine: query({
    summary: '我的外出情况：去向、联系人、报到',
    input: z.object({}),
    output: z.object({
      isMember: z.boolean(),
      isFloating: z.boolean(),
      version: Version,
      stay: StayFacts.nullable(),
      since: Day.nullable(),
      /** As the roll has it. */
      destination: z.string(),
      contactPerson: z.string(),
      lastContact: Day.nullable(),
      dueOn: Day.nullable(),
      checkIns: z.array(CheckIn),
      minutes: z.int(),
      remoteMinutes: z.int(),
    }),
  }),

  update: command({
    summary: '本人更新去向和联系电话，算一次联系',
    input: z.object({ version: Version, stay: StayFacts }),
    output: z.object({ version: Version }),
  }),

  hosts: query({
    summary: '按名称查找可以报到的党支部',
    input: z.object({ text: z.string().trim().min(2).max(60) }),
    output: z.object({
      rows: z.array(z.object({ organizationId: Id, name: Name, above: z.string() })),
    }),
  }),

  reportIn: command({
    summary: '本人向工作地或居住地党支部报到',
    input: z.object({ hostId: Id, phone: z.string().trim().max(60), note: Line.default('') }),
    output: z.object({ unitId: Id, checkInId: Id }),
  }),

  reportFor: command({
    grant: 'floating.keep',
    summary: '支部代党员向流入地党支部报到',
    input: MemberKey.extend({ hostId: Id, note: Line.default('') }),
    output: z.object({ unitId: Id, checkInId: Id }),
  }),

  incoming: query({
    grant: 'floating.view',
    summary: '向本组织报到的流动党员，待接收的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(CheckIn).extend({ waiting: z.int(), here: z.int() }),
  }),

  answer: command({
    grant: 'floating.keep',
    summary: '接收报到，或说明理由不接收',
    input: CheckInRef.extend({ isAccepted: z.boolean(), answer: Line.default('') }),
    output: z.object({ version: Version }),
  }),

  release: command({
    grant: 'floating.keep',
    summary: '党员离开，结束报到',
    input: CheckInRef,
    output: z.object({ version: Version }),
  }),

  lost: query({
    grant: 'floating.view',
    summary: '失去联系的党员：失联时钟、阶段、查找情况',
    input: Paging.extend({
      organizationId: Id,
      stage: z.enum(keysOf(lossStages)).optional(),
    }),
    output: pageOf(LostRow).extend({ stages: z.record(z.string(), z.int()) }),
  }),

  search: query({
    grant: 'floating.view',
    summary: '一名失联党员的查找记录',
    input: MemberKey,
    output: z.object({ name: Name, loss: Loss.nullable(), searches: z.array(SearchEntry) }),
  }),

  lose: command({
    grant: 'floating.keep',
    summary: '登记党员失去联系，失联时钟从这一天起算',
    input: MemberKey.extend({
      since: Day,
      cause: z.enum(keysOf(lossCauses)),
      note: Text.max(500).default(''),
    }),
    output: z.object({}),
  }),

  look: command({
    grant: 'floating.keep',
    summary: '记一次查找',
    input: MemberKey.extend({
      formId: Id,
      on: Day,
      asked: Line.min(2, '请写明向谁、用什么办法查找'),
      result: Line.min(2, '请写明结果'),
    }),
    output: z.object({}),
  }),

  find: command({
    grant: 'floating.keep',
    summary: '已联系上，失联时钟停止',
    input: MemberKey.extend({ on: Day, how: Line.min(2, '请写明怎样联系上的') }),
    output: z.object({}),
  }),
}
