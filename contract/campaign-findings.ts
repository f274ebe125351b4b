import * as z from 'zod'
import { Finding } from './campaign-shapes.ts'
import { findingStates } from './campaign-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Name, Paging, Text, Version, keysOf, pageOf } from './vocabulary.ts'

const At = z.object({ campaignId: Id, organizationId: Id })
const Changed = z.object({ version: Version })

/** 检视整改: what an organization or a leader found wanting in itself, and what became of it. */
export const campaignFindings = {
  findings: query({
    grant: 'campaigns.view',
    summary: '检视整改台账：问题、措施、责任人、期限、状态；逾期的在前',
    input: At.extend({
      state: z.enum(keysOf(findingStates)).exactOptional(),
      onlyOverdue: z.boolean().default(false),
      ...Paging.shape,
    }),
    output: pageOf(Finding.extend({ mayAnswer: z.boolean(), mayJudge: z.boolean() })).extend({
      open: z.int(),
      overdue: z.int(),
    }),
  }),

  find: command({
    grant: 'campaigns.answer',
    summary: '列入一个检视出的问题：措施、责任人、期限',
    input: At.extend({
      findingId: Id,
      problem: Text.min(5, '请写清问题').max(1000),
      source: Line.min(2, '请写明问题从哪里来'),
      measure: Text.min(5, '请写明整改措施').max(1000),
      ownerName: Name,
      dueOn: Day,
    }),
    output: z.object({ unitId: Id, findingId: Id }),
  }),

  resolve: command({
    grant: 'campaigns.answer',
    summary: '报告整改结果，附佐证，请上级销号',
    input: z.object({
      unitId: Id,
      findingId: Id,
      version: Version,
      result: Text.min(5, '请写清整改了什么').max(2000),
      fileIds: z.array(Id).max(10).default([]),
    }),
    output: Changed,
  }),

  settle: command({
    grant: 'campaigns.judge',
    summary: '上级销号，或退回继续整改，写明理由',
    input: z.object({
      unitId: Id,
      findingId: Id,
      version: Version,
      isClosed: z.boolean(),
      verdict: Line.default(''),
    }),
    output: Changed,
  }),
}
