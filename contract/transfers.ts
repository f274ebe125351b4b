import * as z from 'zod'
import { command, query } from './kit.ts'
import { MemberFacts, MemberKey } from './member-pages.ts'
import {
  Letter,
  TransferEvent,
  TransferKey,
  TransferNext,
  TransferReason,
  TransferRow,
  TransferState,
  Wish,
} from './transfer-shapes.ts'
import { transferLists, transferStates } from './transfer-words.ts'
import { Day, Id, Line, Month, Name, Paging, Text, Year, keysOf, pageOf } from './vocabulary.ts'
import { affiliationWays, ledgers } from './words.ts'

/** What stands on a letter that somebody brings from outside. */
const OutsideLetter = z.object({
  number: Line.min(1, '请写介绍信编号'),
  from: Line.min(2, '请写开出介绍信的党组织全称'),
  issuedOn: Day,
  validDays: z.int().min(1).max(365),
  duesPaidTo: Month,
})

export const transfers = {
  list: query({
    grant: 'transfers.view',
    summary: '组织关系转接：转出、转入、口袋党员，期限近的在前',
    input: Paging.extend({
      organizationId: Id,
      show: z.enum(keysOf(transferLists)).default('open'),
      text: Line.default(''),
    }),
    output: pageOf(TransferRow).extend({
      today: Day,
      counts: z.object({
        open: z.int(),
        pocket: z.int(),
        /** Left, and received nowhere: still on the roll here. */
        outNotReceived: z.int(),
        incoming: z.int(),
        received: z.int(),
        closed: z.int(),
      }),
    }),
  }),

  show: query({
    grant: 'transfers.view',
    summary: '一次转接：介绍信、经过、下一步；转出方和接收方看到的是同一份',
    input: TransferKey,
    output: TransferRow.extend({
      reason: TransferReason,
      note: z.string(),
      contact: z.string(),
      /** Of whom a letter from outside tells, masked. */
      person: z.array(z.object({ word: z.string(), value: z.string() })),
      next: TransferNext.nullable(),
      events: z.array(TransferEvent),
      may: z.object({ withdraw: z.boolean() }),
      /** What the letter would say if it were issued now. */
      proposed: z.object({ validDays: z.int(), validDaysMax: z.int(), duesPaidTo: Month }),
    }),
  }),

  start: command({
    grant: 'transfers.keep',
    summary: '为本支部党员办理转出',
    input: MemberKey.extend(Wish.shape),
    output: TransferKey,
  }),

  ask: command({
    summary: '本人申请转接组织关系',
    input: Wish,
    output: TransferKey,
  }),

  register: command({
    grant: 'transfers.keep',
    summary: '登记从平台外转入的介绍信；本人没有递交的先登记，递交后再接收',
    input: z.object({
      organizationId: Id,
      facts: MemberFacts,
      letter: OutsideLetter,
      reason: TransferReason,
      note: Text.max(500).default(''),
      isHandedIn: z.boolean(),
    }),
    output: TransferKey,
  }),

  decide: command({
    grant: 'transfers.view',
    summary: '办理转接的一步：审核、开介绍信、接收、退回、登记回执',
    input: TransferKey.extend({
      step: z.string().min(1).max(40),
      outcome: z.string().min(1).max(40),
      reason: Line.default(''),
      /** On the letter, when it is issued. */
      validDays: z.int().min(1).max(365).nullable().default(null),
      duesPaidTo: Month.nullable().default(null),
      papers: z
        .array(z.object({ key: z.string().max(40), fileId: Id }))
        .max(5)
        .default([]),
    }),
    output: z.object({ state: TransferState }),
  }),

  withdraw: command({
    grant: 'transfers.keep',
    summary: '撤回还没有接收的转接',
    input: TransferKey.extend({ reason: Line.min(2, '请写明撤回的原因') }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我的组织关系转接和介绍信',
    input: z.object({}),
    output: z.object({
      isMember: z.boolean(),
      organizationName: z.string(),
      rows: z.array(
        TransferKey.extend({
          state: z.enum(keysOf(transferStates)),
          fromName: z.string(),
          toName: z.string(),
          startedOn: Day,
          letter: Letter.nullable(),
          daysLeft: z.int().nullable(),
          stepName: z.string(),
          deciders: z.string(),
          events: z.array(TransferEvent),
        }),
      ),
    }),
  }),

  past: query({
    grant: 'members.view',
    summary: '一名党员在各单位的经历：所在支部、任职、学时、党费，跨单位连续',
    input: MemberKey,
    output: z.object({
      affiliations: z.array(
        z.object({
          unitId: Id,
          organizationName: Name,
          from: Day,
          until: Day.nullable(),
          how: z.enum(keysOf(affiliationWays)),
        }),
      ),
      hours: z.array(
        z.object({
          unitName: Name,
          year: Year,
          ledger: z.enum(keysOf(ledgers)),
          minutes: z.int(),
        }),
      ),
      dues: z.array(
        z.object({ organizationName: Name, from: Month, until: Month, months: z.int() }),
      ),
      stays: z.array(
        z.object({
          since: Day,
          destination: z.string(),
          endedOn: Day.nullable(),
          ended: z.string(),
        }),
      ),
    }),
  }),
}
