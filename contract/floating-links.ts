import * as z from 'zod'
import { command, query } from './kit.ts'
import { Day, Id, Line, Name, keysOf } from './vocabulary.ts'
import { whereaboutsAnswers } from './floating-words.ts'

const Code = z.string().min(20).max(80)

/** A round by link: each member confirms where they are without signing in, and reaches nothing else. */
export const floatingLinks = {
  drawLinks: command({
    grant: 'floating.keep',
    summary: '为还没有核实的党员各生成一个核实链接；再次生成得到同一个',
    input: z.object({
      unitId: Id,
      censusId: Id,
      memberUnitId: Id,
      memberIds: z.array(Id).min(1).max(200),
    }),
    output: z.object({
      rows: z.array(
        z.object({ memberId: Id, name: Name, path: z.string(), isAnswered: z.boolean() }),
      ),
    }),
  }),

  whereabouts: query({
    grant: 'open',
    summary: '党员凭链接看要核实的去向',
    input: z.object({ code: Code }),
    output: z.object({
      title: Name,
      organizationName: Name,
      /** The family name only: the link may be opened by others. */
      name: z.string(),
      isAway: z.boolean(),
      destination: z.string(),
      until: Day,
      isAnswered: z.boolean(),
    }),
  }),

  sayWhereabouts: command({
    grant: 'open',
    summary: '党员凭链接答复一次自己在哪里',
    input: z.object({
      code: Code,
      answer: z.enum(keysOf(whereaboutsAnswers)),
      destination: Line.default(''),
      phone: z.string().trim().max(60).default(''),
    }),
    output: z.object({}),
  }),
}
