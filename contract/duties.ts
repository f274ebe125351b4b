import * as z from 'zod'
import { dutyLevels, dutyRhythms, dutySignings, dutyStates } from './duty-words.ts'
import { command, query } from './kit.ts'
import { FileName } from './notices.ts'
import { OrganizationKind } from './organization-shapes.ts'
import { Day, Id, Line, Moment, Name, Paging, Year, keysOf, pageOf } from './vocabulary.ts'
import { posts, sectors } from './words.ts'

const Level = z.enum(keysOf(dutyLevels))
const State = z.enum(keysOf(dutyStates))
const Post = z.enum(keysOf(posts))
const Sector = z.enum(keysOf(sectors))
const Tier = z.int().min(1).max(5)

/** Which period of a year: "2026", "2026-H1", "2026-Q2", "2026-05". */
const Period = z.string().regex(/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)

/** A duty as it is laid down: whose, for which organizations, how often, until when. */
const Terms = z.object({
  title: Name,
  statement: Line.min(2, '请写明做什么、做到什么程度'),
  clause: Line.min(2, '请写明依据'),
  level: Level,
  post: Post,
  /** Only organizations of these tiers or sectors; empty, all of the level. */
  tiers: z.array(Tier).max(5),
  sectors: z.array(Sector).max(9),
  rhythm: z.enum(keysOf(dutyRhythms)),
  needsEvidence: z.boolean(),
  from: Day,
})

const Template = Terms.extend({
  templateId: Id,
  organizationId: Id,
  organizationName: Name,
  until: Day.nullable(),
  /** How many organizations at and below the one asked about it binds today. */
  binds: z.int(),
  mayWithdraw: z.boolean(),
})

const Record = z.object({
  unitId: Id,
  recordId: Id,
  doneOn: Day,
  note: z.string(),
  byName: z.string(),
  at: Moment,
  files: z.array(FileName),
  returned: z.string().nullable(),
})

const Item = z.object({
  templateId: Id,
  title: Name,
  statement: z.string(),
  clause: z.string(),
  needsEvidence: z.boolean(),
  period: Period,
  periodLabel: z.string(),
  dueOn: Day,
  state: State,
  record: Record.nullable(),
})

const Signature = z.object({
  memberName: Name,
  signedAt: Moment,
  /** Who handed the post over, and what was still open on that day. */
  fromName: z.string().nullable(),
  openItems: z.array(z.string()),
  note: z.string(),
})

/** One post of one organization: who holds it, whether they signed, and what is theirs to do. */
const Sheet = z.object({
  post: Post,
  holder: z.object({ memberId: Id, name: Name, since: Day }).nullable(),
  signing: z.enum(keysOf(dutySignings)),
  signatures: z.array(Signature),
  items: z.array(Item),
})

const Counts = z.object({
  organizations: z.int(),
  items: z.int(),
  done: z.int(),
  late: z.int(),
  overdue: z.int(),
  /** Duties of posts that nobody has signed for yet. */
  unsigned: z.int(),
})

const Row = Item.omit({ record: true, statement: true }).extend({
  organizationId: Id,
  organizationName: Name,
  level: Level,
  post: Post,
  holderName: z.string(),
})

const Where = z.object({ organizationId: Id, year: Year.exactOptional() })

export const duties = {
  sheet: query({
    grant: 'duties.view',
    summary: '一个党组织的责任清单：按岗位，签收、交接和每项完成情况',
    input: Where,
    output: z.object({
      organizationName: Name,
      level: Level.nullable(),
      tier: Tier.nullable(),
      sector: Sector,
      year: Year,
      day: Day,
      counts: Counts,
      sheets: z.array(Sheet),
      mayReport: z.boolean(),
      mayReturn: z.boolean(),
      /** Which of the posts the reader holds. */
      own: z.array(Post),
    }),
  }),

  below: query({
    grant: 'duties.view',
    summary: '三级责任汇总：工委、党委（党组）、支部各完成多少，逐级下钻',
    input: Where,
    output: z.object({
      organizationName: Name,
      year: Year,
      day: Day,
      levels: z.array(Counts.extend({ level: Level })),
      rows: z.array(
        Counts.extend({
          organizationId: Id,
          name: Name,
          kind: OrganizationKind,
          hasBelow: z.boolean(),
        }),
      ),
    }),
  }),

  items: query({
    grant: 'duties.view',
    summary: '汇总数字背后的责任事项，一项一行',
    input: Where.extend({
      level: Level.exactOptional(),
      state: State.exactOptional(),
      ...Paging.shape,
    }),
    output: pageOf(Row).extend({ year: Year, day: Day }),
  }),

  templates: query({
    grant: 'duties.view',
    summary: '责任条目：谁定的、对哪一级哪一类组织有效',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Template).extend({
      /** Of all of them, those that bind anybody today. */
      inForce: z.int(),
      mayLay: z.boolean(),
      /** Organizations at and below, by level, tier and sector, and which duties hold for each sort. */
      sorts: z.array(
        z.object({
          level: Level,
          tier: Tier.nullable(),
          sector: Sector,
          organizations: z.int(),
          titles: z.array(z.string()),
        }),
      ),
    }),
  }),

  lay: command({
    grant: 'duties.lay',
    summary: '定下一项责任，对本级及下级符合条件的组织有效',
    input: Terms.extend({ organizationId: Id }),
    output: z.object({ templateId: Id, binds: z.int() }),
  }),

  withdraw: command({
    grant: 'duties.lay',
    summary: '某日起不再执行一项责任；以前的记录保留',
    input: z.object({ templateId: Id, until: Day, reason: Line.min(2) }),
    output: z.object({}),
  }),

  report: command({
    grant: 'duties.report',
    summary: '报告一项责任已完成，附佐证材料',
    input: z.object({
      organizationId: Id,
      templateId: Id,
      period: Period,
      doneOn: Day,
      note: Line.min(2, '请写明怎么完成的'),
      fileIds: z.array(Id).max(10).default([]),
    }),
    output: z.object({ unitId: Id, recordId: Id }),
  }),

  return: command({
    grant: 'duties.return',
    summary: '上级退回不实或不全的报告，写明理由',
    input: z.object({ unitId: Id, recordId: Id, reason: Line.min(2) }),
    output: z.object({}),
  }),

  remind: command({
    grant: 'duties.return',
    summary: '一键催办：逾期和未签收的，各告知该岗位的人，每天至多一次',
    input: Where,
    output: z.object({ reminded: z.int(), already: z.int(), vacant: z.int() }),
  }),

  sign: command({
    summary: '本人签收所任岗位的责任清单；接任的同时办理交接',
    input: z.object({ organizationId: Id, post: Post, note: Line.default('') }),
    output: z.object({ year: Year, items: z.int() }),
  }),

  mine: query({
    summary: '我所任岗位的责任清单',
    input: z.object({}),
    output: z.object({
      year: Year,
      day: Day,
      rows: z.array(
        Sheet.extend({ organizationId: Id, organizationName: Name, mayReport: z.boolean() }),
      ),
    }),
  }),
}
