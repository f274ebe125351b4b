import * as z from 'zod'
import { command, query } from './kit.ts'
import { Day, Id, Line, Minutes, Name, Paging, Year, keysOf, pageOf } from './vocabulary.ts'
import { organizerLevels } from './learning-words.ts'
import { contentCategories, hourSources, ledgers as ledgerNames } from './words.ts'

export const Ledger = z.enum(keysOf(ledgerNames))
export const HourSource = z.enum(keysOf(hourSources))
const Category = z.enum(keysOf(contentCategories))
const Level = z.enum(keysOf(organizerLevels))

/** What somebody enters by hand; the rest comes from the activities themselves. */
const handSources = ['class', 'teaching', 'online', 'external', 'writing'] as const

const HourEntry = z.object({
  id: Id,
  unitId: Id,
  day: Day,
  title: z.string(),
  /** Negative where an earlier entry is taken back. */
  minutes: z.int(),
  /** The sum of this entry and all before it. */
  runningMinutes: z.int(),
  source: HourSource,
  sourceName: z.string(),
  category: z.string(),
  organizationName: Name,
  /** What it counts for: in full, up to the share for online study, or not towards the yearly demand. */
  counts: z.enum(['full', 'online', 'not']),
  isLate: z.boolean(),
  rule: z.object({ key: z.string(), name: z.string(), from: Day }),
  verifier: z.string(),
  file: z.object({ unitId: Id, fileId: Id, name: z.string() }).nullable(),
  /** The entry that this one takes back, and why; and whether this one has been taken back. */
  reversesId: Id.nullable(),
  reason: z.string(),
  isReversed: z.boolean(),
})

/** Credit for which a full day has no room, and why in words. */
const WaitingHours = z.object({
  unitId: Id,
  waitingId: Id,
  day: Day,
  title: z.string(),
  minutes: Minutes,
  why: z.string(),
})

const HourBook = z.object({
  year: Year,
  ledger: Ledger,
  memberName: Name,
  minutes: Minutes,
  centralizedMinutes: Minutes,
  onlineMinutes: Minutes,
  /** Whether this person has entries in the secretary ledger too. */
  hasSecretaryLedger: z.boolean(),
  entries: z.array(HourEntry),
  waiting: z.array(WaitingHours),
})

const Book = { year: Year.optional(), ledger: Ledger.default('member') }

export const ledgers = {
  mine: query({
    summary: '我的学时台账',
    input: z.object(Book),
    output: HourBook,
  }),

  of: query({
    grant: 'requirements.view',
    summary: '一名党员的学时台账',
    input: z.object({ unitId: Id, memberId: Id, ...Book }),
    output: HourBook,
  }),

  post: command({
    grant: 'ledgers.post',
    summary: '凭证明补记学时（外部学习、培训班、授课、网络学习、发表文章）',
    input: z
      .object({
        unitId: Id,
        memberIds: z.array(Id).min(1, '请选择党员').max(200, '一次最多补记 200 人'),
        /** Made by the form: the same submission counts once. */
        requestId: Id,
        source: z.enum(handSources),
        title: Line.min(2, '请写明学习内容'),
        from: Day,
        until: Day,
        /** How long it took in all, by the clock; for an article, nothing. */
        clockMinutes: z.int().min(0).max(20_000),
        category: Category.default('theory'),
        level: Level.default('committee'),
        verifier: Line.min(2, '请写明核实人'),
        fileId: Id,
      })
      .refine(({ from, until }) => from <= until, {
        path: ['until'],
        message: '结束日期早于开始日期',
      }),
    output: z.object({ postedMinutes: Minutes, people: z.int() }),
  }),

  waiting: query({
    grant: 'requirements.view',
    summary: '待记学时：当天学时已满，还没有记进台账的',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      WaitingHours.extend({ memberId: Id, name: Name, organizationName: Name }),
    ).extend({
      mayRetry: z.boolean(),
    }),
  }),

  retry: command({
    grant: 'ledgers.post',
    summary: '把待记学时再记一次；冲销当天别的学时后会自动补记',
    input: z.object({ organizationId: Id }),
    output: z.object({ posted: z.int(), postedMinutes: Minutes, left: z.int() }),
  }),

  reverse: command({
    grant: 'ledgers.reverse',
    summary: '冲销一笔学时，写明原因',
    input: z.object({ unitId: Id, entryId: Id, reason: Line.min(2, '请写明冲销原因') }),
    output: z.object({ reversedMinutes: Minutes }),
  }),
}
