import * as z from 'zod'
import { ConductPerson, Told } from './conduct-shapes.ts'
import {
  careReasons,
  leadResults,
  leadSources,
  leadStates,
  sanctionEnds,
  sanctionKinds,
} from './conduct-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const SanctionKey = z.object({ unitId: Id, sanctionId: Id })
const LeadKey = z.object({ unitId: Id, leadId: Id })
const Changed = z.object({ version: Version })

export const Sanction = SanctionKey.extend({
  memberId: Id,
  name: Name,
  organizationName: Name,
  kind: z.enum(keysOf(sanctionKinds)),
  authority: z.string(),
  document: z.string(),
  reason: z.string(),
  from: Day,
  /** When what follows from it is over; nothing where it never is. */
  until: Day.nullable(),
  /** 留党察看: until when they have no vote. */
  votelessUntil: Day.nullable(),
  isInForce: z.boolean(),
  clause: z.string(),
  endedOn: Day.nullable(),
  endedHow: z.enum(keysOf(sanctionEnds)).nullable(),
  endedReason: z.string(),
  version: Version,
})

const LeadRow = LeadKey.extend({
  number: z.int(),
  organizationName: Name,
  source: z.enum(keysOf(leadSources)),
  state: z.enum(keysOf(leadStates)),
  receivedOn: Day,
  dueOn: Day,
  handlerName: z.string(),
  result: z.enum(keysOf(leadResults)).nullable(),
  isLate: z.boolean(),
})

/** Restricted registers: each look at what they say is written down as well, which is why looking is a command. */
export const conductRegisters = {
  sanctions: command({
    grant: 'conduct.discipline',
    summary: '查看党内处分登记，查看本身留痕',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Sanction),
  }),

  sanction: command({
    grant: 'conduct.discipline',
    summary: '登记一项党内处分；影响期按规定计算，留党察看期间没有表决权',
    input: ConductPerson.extend({
      formId: Id,
      kind: z.enum(keysOf(sanctionKinds)),
      authority: Line.min(2, '请写明哪个机关决定'),
      document: Line.min(2, '请写明文号'),
      reason: Told,
      from: Day,
      /** 留党察看 for how many months. */
      months: z.int().min(0).max(24).default(0),
    }),
    output: SanctionKey.extend({ until: Day.nullable() }),
  }),

  endSanction: command({
    grant: 'conduct.discipline',
    summary: '处分期满恢复权利，或者申诉后撤销处分',
    input: SanctionKey.extend({
      version: Version,
      how: z.enum(keysOf(sanctionEnds)),
      on: Day,
      reason: Line.min(2, '请写明依据'),
    }),
    output: Changed,
  }),

  leads: query({
    grant: 'conduct.discipline',
    summary: '问题线索登记：编号、状态、期限，不显示内容',
    input: Paging.extend({
      organizationId: Id,
      state: z.enum(keysOf(leadStates)).exactOptional(),
    }),
    output: pageOf(LeadRow).extend({ counts: z.record(z.string(), z.int()), day: Day }),
  }),

  lead: command({
    grant: 'conduct.discipline',
    summary: '查看一条问题线索的内容和处置经过，查看本身留痕',
    input: LeadKey,
    output: LeadRow.extend({
      version: Version,
      content: z.string(),
      entries: z.array(z.object({ on: Day, text: z.string(), byName: z.string(), at: Moment })),
      /** Who looked at it before, and when. */
      looks: z.array(z.object({ byName: z.string(), at: Moment })),
    }),
  }),

  registerLead: command({
    grant: 'conduct.discipline',
    summary: '登记一条问题线索：来源、内容（加密）、谁处置、何时办结',
    input: z.object({
      organizationId: Id,
      formId: Id,
      source: z.enum(keysOf(leadSources)),
      content: Told,
      receivedOn: Day,
      dueOn: Day,
      handlerName: Line.min(2, '请写明谁来处置'),
    }),
    output: LeadKey.extend({ number: z.int() }),
  }),

  handleLead: command({
    grant: 'conduct.discipline',
    summary: '记录一次处置：核实、约谈、纠正；写明结果即了结',
    input: LeadKey.extend({
      version: Version,
      on: Day,
      text: Told,
      result: z.enum(keysOf(leadResults)).nullable(),
    }),
    output: Changed.extend({ state: z.enum(keysOf(leadStates)) }),
  }),

  care: query({
    grant: 'conduct.care',
    summary: '走访慰问：谁该走访、上次什么时候、为什么',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      ConductPerson.extend({
        name: Name,
        organizationName: Name,
        why: z.string(),
        lastOn: Day.nullable(),
        isDue: z.boolean(),
      }),
    ).extend({ due: z.int(), everyMonths: z.int(), clause: z.string(), day: Day }),
  }),

  visits: query({
    grant: 'conduct.care',
    summary: '一名党员的走访慰问记录',
    input: ConductPerson,
    output: z.object({
      name: Name,
      organizationName: Name,
      day: Day,
      rows: z.array(
        z.object({
          visitId: Id,
          on: Day,
          reason: z.enum(keysOf(careReasons)),
          visitors: z.string(),
          note: z.string(),
          help: z.string(),
          byName: z.string(),
        }),
      ),
    }),
  }),

  visit: command({
    grant: 'conduct.care',
    summary: '登记一次走访慰问：谁去的、为什么、了解到什么、帮了什么',
    input: ConductPerson.extend({
      formId: Id,
      on: Day,
      reason: z.enum(keysOf(careReasons)),
      visitors: Line.min(2, '请写明谁去走访'),
      note: Told,
      help: Line.default(''),
    }),
    output: z.object({ visitId: Id }),
  }),
}
