import * as z from 'zod'
import { command } from './kit.ts'
import { Cell, Total } from './plan-answers.ts'
import {
  Comparison,
  ItemFacts,
  ItemKey,
  PlanFacts,
  PlanKey,
  PlanKind,
  PlanState,
} from './plan-shapes.ts'
import { curricula } from './plan-words.ts'
import { Id, Line, Name, Text, Version, Year, keysOf } from './vocabulary.ts'

const Counted = z.object({ version: Version })

/** What is done with plans, by those who write them and those who approve. */
export const planActs = {
  draft: command({
    grant: 'plans.write',
    summary: '起草一份培训计划，可以从内容模板或上一期计划开始',
    input: z.object({
      planId: Id,
      organizationId: Id,
      kind: PlanKind,
      title: Name,
      fromYear: Year,
      untilYear: Year,
      curricula: z
        .array(z.enum(keysOf(curricula)))
        .max(3)
        .default([]),
      copyOf: PlanKey.nullable().default(null),
    }),
    output: PlanKey,
  }),

  save: command({
    grant: 'plans.write',
    summary: '修改计划的目标、问题、专题、重点工程和依据',
    input: PlanKey.extend({ version: Version, ...PlanFacts.shape }),
    output: Counted,
  }),

  saveItem: command({
    grant: 'plans.write',
    summary: '列入或修改一个培训项目',
    input: ItemKey.extend({
      /** Of the item as the form read it; nothing for a new one. */
      version: Version.nullable(),
      ...ItemFacts.shape,
    }),
    output: Counted,
  }),

  cancelItem: command({
    grant: 'plans.write',
    summary: '取消一个培训项目，写明原因',
    input: ItemKey.extend({ version: Version, reason: Line.min(2) }),
    output: z.object({}),
  }),

  setQuotas: command({
    grant: 'plans.write',
    summary: '分解一年的名额，各类合计必须与总数相等',
    input: PlanKey.extend({
      version: Version,
      year: Year,
      totals: z.array(Total).max(8),
      cells: z.array(Cell).max(4000),
    }),
    output: Counted,
  }),

  pasteQuotas: command({
    grant: 'plans.write',
    summary: '从 Excel 粘贴名额表；行列合计对不上的不收',
    input: PlanKey.extend({ version: Version, year: Year, text: z.string().min(1).max(200_000) }),
    output: Counted.extend({ cells: z.int(), persons: z.int() }),
  }),

  submit: command({
    grant: 'plans.write',
    summary: '提交计划，等上级批准',
    input: PlanKey.extend({ version: Version }),
    output: Counted,
  }),

  decide: command({
    grant: 'plans.approve',
    summary: '批准计划，或者写明理由退回',
    input: PlanKey.extend({
      step: z.string().max(40),
      outcome: z.string().max(40),
      reason: Line.default(''),
    }),
    output: z.object({ state: PlanState }),
  }),

  revise: command({
    grant: 'plans.write',
    summary: '修订已批准的计划；新版批准以前，原来的继续执行',
    input: PlanKey.extend({ version: Version }),
    output: Counted,
  }),

  close: command({
    grant: 'plans.write',
    summary: '总结计划：预期与实际逐项对照，给下一期提建议',
    input: PlanKey.extend({
      version: Version,
      actual: Text.min(2),
      suggestions: Text.min(2),
      /** What was reached of each goal, as those who ran it say. */
      goals: z.array(z.object({ id: Id, actual: Line, isMet: z.boolean() })).max(30),
    }),
    output: z.object({ comparisons: z.array(Comparison) }),
  }),
}
