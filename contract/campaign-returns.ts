import * as z from 'zod'
import { ReturnLine } from './campaign-shapes.ts'
import { returnStates } from './campaign-words.ts'
import { Answers, FormDefinition } from './form-shapes.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const Form = z.object({ campaignId: Id, returnFormId: Id, organizationId: Id })

/** The forms that organizations give back in a campaign, and what they come to. */
export const campaignReturns = {
  returns: query({
    grant: 'campaigns.view',
    summary: '回执报送情况：已报、逾期、更正，一个组织一行',
    input: Form.extend({ state: z.enum(keysOf(returnStates)).exactOptional(), ...Paging.shape }),
    output: pageOf(ReturnLine).extend({ title: z.string(), dueOn: Day }),
  }),

  rollUp: query({
    grant: 'campaigns.view',
    summary: '回执汇总：数字相加、选项计数，每个数都能打开看各组织报的',
    input: Form,
    output: z.object({
      title: z.string(),
      expected: z.int(),
      returned: z.int(),
      figures: z.array(
        z.object({
          questionId: z.string(),
          /** Of a choice: which; nothing where the numbers are added or texts are read. */
          optionId: z.string().nullable(),
          title: z.string(),
          kind: z.enum(['sum', 'count', 'texts']),
          value: z.number(),
        }),
      ),
    }),
  }),

  figure: query({
    grant: 'campaigns.view',
    summary: '汇总里一个数由哪些组织报的构成',
    input: Form.extend({
      questionId: z.string().max(40),
      optionId: z.string().max(40).nullable().default(null),
      ...Paging.shape,
    }),
    output: pageOf(
      z.object({ organizationId: Id, organizationName: z.string(), value: z.string() }),
    ).extend({ title: z.string() }),
  }),

  return: query({
    grant: 'campaigns.view',
    summary: '一个组织的回执：填的内容、更正过程、上级的意见',
    input: Form,
    output: z.object({
      unitId: Id,
      returnId: Id.nullable(),
      organizationName: z.string(),
      dueOn: Day,
      form: FormDefinition,
      answers: Answers,
      state: z.enum(keysOf(returnStates)),
      at: Moment.nullable(),
      byName: z.string(),
      sentBack: z.string(),
      earlier: z.array(z.object({ at: Moment, byName: z.string(), reason: z.string() })),
      version: Version,
      mayGive: z.boolean(),
      maySendBack: z.boolean(),
    }),
  }),

  give: command({
    grant: 'campaigns.answer',
    summary: '报送回执；已报送的可以更正，写明原因',
    input: Form.extend({ version: Version, answers: Answers, reason: Line.default('') }),
    output: z.object({ unitId: Id, returnId: Id, version: Version }),
  }),

  sendBack: command({
    grant: 'campaigns.judge',
    summary: '上级把不实不全的回执退回更正，写明原因',
    input: z.object({ unitId: Id, returnId: Id, version: Version, reason: Line.min(2) }),
    output: z.object({ version: Version }),
  }),
}
