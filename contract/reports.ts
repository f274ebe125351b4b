import * as z from 'zod'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'
import { reportStates } from './words.ts'

const Level = z.enum(['chapter', 'section', 'item', 'point', 'text'])

/** A number in the text by what it measures; what it says is always asked again until somebody signs. */
const Token = z.object({ metric: z.string().min(3).max(80), from: Day, to: Day })

const Words = z.string().max(5000)

/** A figure as it reads now; `signed` is what it read when the report was last signed. */
const Figure = Token.extend({ name: z.string(), text: z.string(), signed: z.string().optional() })
export type ReportFigure = z.infer<typeof Figure>

const DraftBlock = z.object({ level: Level, pieces: z.array(z.union([Words, Token])).max(200) })
export type ReportDraftBlock = z.infer<typeof DraftBlock>

const Block = z.object({
  level: Level,
  /** 一、 （一） 1. （1） as it stands before the text; empty where there is none. */
  sign: z.string(),
  pieces: z.array(z.union([Words, Figure])),
})
export type ReportBlock = z.infer<typeof Block>

const Key = z.object({ unitId: Id, reportId: Id })
const Signature = z.object({ by: z.string(), at: Moment })

const Row = Key.extend({
  organizationId: Id,
  organizationName: z.string(),
  year: Year,
  title: z.string(),
  state: z.enum(keysOf(reportStates)),
  signature: Signature.nullable(),
  editedAt: Moment,
})

export const reports = {
  list: query({
    grant: 'reports.view',
    summary: '某组织及下级的工作汇报',
    input: z.object({
      organizationId: Id,
      year: Year.optional(),
      state: z.enum(keysOf(reportStates)).optional(),
      ...Paging.shape,
    }),
    output: pageOf(Row).extend({
      organizationName: z.string(),
      /** Whether this caller may draft for the organization itself. */
      canDraft: z.boolean(),
      /** The years that already have a report of the organization itself. */
      years: z.array(Year),
      /** How many there are in each state, whichever of them is asked for. */
      counts: z.object({ draft: z.int(), signed: z.int(), edited: z.int(), submitted: z.int() }),
    }),
  }),

  show: query({
    grant: 'reports.view',
    summary: '一份工作汇报：正文、数字的现值与签发时的值',
    input: Key.extend({
      /** 'signed' asks for the numbers as they were signed, and spares measuring them again. */
      figures: z.enum(['now', 'signed']).default('now'),
    }),
    output: Row.extend({
      version: Version,
      recipients: z.array(z.string()),
      issuer: z.string(),
      day: Day,
      blocks: z.array(Block),
      /** Places that still have to be filled in by hand. */
      blanks: z.int(),
      submission: z.object({ to: z.string(), by: z.string(), at: Moment }).nullable(),
      /** To whom it would be submitted; nobody at the top of the tree. */
      superior: z.string().nullable(),
      can: z.object({ write: z.boolean(), sign: z.boolean() }),
    }),
  }),

  draft: command({
    grant: 'reports.write',
    summary: '起草年度党员教育管理工作汇报',
    input: z.object({ organizationId: Id, year: Year }),
    output: Key,
  }),

  redraft: command({
    grant: 'reports.write',
    summary: '按当前数据重新起草，替换现有正文',
    input: Key.extend({ version: Version }),
    output: z.object({ version: Version }),
  }),

  edit: command({
    grant: 'reports.write',
    summary: '修改汇报的标题、主送和正文',
    input: Key.extend({
      version: Version,
      title: Name,
      recipients: z.array(Line.min(1)).max(10),
      blocks: z.array(DraftBlock).min(1).max(300),
    }),
    output: z.object({ version: Version }),
  }),

  sign: command({
    grant: 'reports.sign',
    summary: '签发汇报：留存正文与全部数字',
    input: Key.extend({ version: Version }),
    output: z.object({ signedAt: Moment, figures: z.int() }),
  }),

  submit: command({
    grant: 'reports.sign',
    summary: '报送上级党组织',
    input: Key,
    output: z.object({ to: z.string() }),
  }),
}
