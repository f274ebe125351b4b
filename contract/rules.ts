import * as z from 'zod'
import { command, query } from './kit.ts'
import { ruleGroups, ruleUnits, tighterWords } from './rule-words.ts'
import { Day, Id, Line, Moment, keysOf } from './vocabulary.ts'

export type { RuleUnit } from './rule-words.ts'

const Figure = z.int().min(0).max(100_000_000)

/** A whole number, nothing asked, a share as two numbers, a table of rates, or a list of words. */
export const RuleValue = z.union([
  Figure,
  z.null(),
  z.tuple([Figure, Figure]),
  z.array(z.object({ upTo: Figure.nullable(), value: Figure })).max(20),
  z.array(z.string().trim().min(1).max(20)).max(20),
])
export type RuleValue = z.infer<typeof RuleValue>

const Key = z.string().min(1).max(80)

const Declared = z.object({
  key: Key,
  name: z.string(),
  group: z.enum(keysOf(ruleGroups)),
  unit: z.enum(keysOf(ruleUnits)),
  shape: z.enum(['number', 'optional', 'share', 'steps', 'words']),
  tighter: z.enum(keysOf(tighterWords)),
})

/** A value with its clause, its days, and whose it is; `until` is the first day on which it no longer holds. */
const Dated = z.object({
  value: RuleValue,
  clause: z.string(),
  from: Day,
  until: Day.nullable(),
  /** Who set it; nobody for the national value. */
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  /** How sure the national value is; nothing for what somebody has set. */
  mark: z.enum(['found', 'known', 'unsure']).nullable(),
})

const Entry = Dated.extend({
  id: Id,
  state: z.enum(['past', 'current', 'base', 'future', 'overruled', 'withdrawn']),
  at: Moment,
  byName: z.string(),
  withdrawnOn: Day.nullable(),
  withdrawReason: z.string(),
  canWithdraw: z.boolean(),
})

/** What this actor may do here, so that the page never derives it again. */
const Can = z.object({ tighten: z.boolean(), correct: z.boolean() })

const Setting = z.object({
  organizationId: Id,
  key: Key,
  value: RuleValue,
  clause: Line.min(2),
  from: Day,
  until: Day.optional(),
})

export const rules = {
  list: query({
    grant: 'rules.view',
    summary: '规则参数：某组织某日适用的全部参数',
    input: z.object({ organizationId: Id, day: Day.optional() }),
    output: z.object({
      organization: z.object({ id: Id, name: z.string() }),
      day: Day,
      can: Can,
      rows: z.array(
        Declared.extend({
          current: Dated,
          /** Dated values of this organization or above that are still to come. */
          coming: z.int(),
          /** Organizations below that have a value of their own. */
          below: z.int(),
        }),
      ),
    }),
  }),

  show: query({
    grant: 'rules.view',
    summary: '一项规则参数的现行值、来历与历史',
    input: z.object({ organizationId: Id, key: Key }),
    output: z.object({
      rule: Declared,
      organization: z.object({ id: Id, name: z.string() }),
      can: Can,
      current: Dated,
      entries: z.array(Entry),
    }),
  }),

  preview: query({
    grant: 'rules.view',
    summary: '试算：这样设定会影响多少组织和党员',
    input: Setting.pick({ organizationId: true, key: true, value: true, from: true }).extend({
      isCorrection: z.boolean().default(false),
    }),
    output: z.object({
      /** Why it would be refused, in the words of the refusal. */
      refusal: z.string().nullable(),
      organizations: z.int(),
      members: z.int(),
      /** Organizations below whose own value would no longer count. */
      overruled: z.int(),
    }),
  }),

  tighten: command({
    grant: 'rules.tighten',
    summary: '为本级及以下设定更严的参数，自某日起施行',
    input: Setting,
    output: z.object({ ruleId: Id }),
  }),

  correct: command({
    grant: 'rules.maintain',
    summary: '更正或更新全国参数，自某日起施行；只有最上级党组织可以',
    input: Setting.omit({ organizationId: true }),
    output: z.object({ ruleId: Id }),
  }),

  withdraw: command({
    grant: 'rules.tighten',
    summary: '撤回本级设定的参数，今日起不再适用',
    input: z.object({ ruleId: Id, reason: Line.min(2) }),
    output: z.object({}),
  }),
}
