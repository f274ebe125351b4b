import * as z from 'zod'
import { Check, ClassKey, Mix, Session, SessionPlan } from './class-shapes.ts'
import { command, query } from './kit.ts'
import { Id, Minutes, Text, Version } from './vocabulary.ts'

const Choice = z.object({ id: Id, name: z.string() })
const SessionKey = ClassKey.extend({ sessionId: Id })

export const timetables = {
  show: query({
    grant: 'classes.view',
    summary: '课程表：每节课、是否合规、各种教学方式占多少',
    input: ClassKey,
    output: z.object({
      sessions: z.array(Session),
      checks: z.array(Check),
      mixes: z.array(Mix),
      minutes: Minutes,
    }),
  }),

  choices: query({
    grant: 'classes.keep',
    summary: '某个时段可以选的师资和教室',
    input: ClassKey.extend({
      startsAt: SessionPlan.shape.startsAt,
      endsAt: SessionPlan.shape.endsAt,
    }),
    output: z.object({
      lecturers: z.array(
        Choice.extend({ rank: SessionPlan.shape.lecturerRank.unwrap(), isFree: z.boolean() }),
      ),
      rooms: z.array(Choice.extend({ isFree: z.boolean() })),
      /** What surveys found to be wanted and was agreed to: electives are drawn from it. */
      needs: z.array(Choice.extend({ sentence: z.string() })),
    }),
  }),

  keep: command({
    grant: 'classes.keep',
    summary: '排一节课；师资和教室同时预订，冲突的不能保存',
    input: SessionPlan.extend({
      ...ClassKey.shape,
      /** Made by the form: the same form sent twice is one session. */
      sessionId: Id,
      /** What the form read; nothing for a new one. */
      version: Version.nullable().default(null),
    }),
    output: z.object({ sessionId: Id }),
  }),

  remove: command({
    grant: 'classes.keep',
    summary: '从课程表去掉一节课；已经记了学时的不能去掉',
    input: SessionKey,
    output: z.object({}),
  }),

  conclude: command({
    grant: 'classes.keep',
    summary: '写分组讨论、座谈的小结',
    input: SessionKey.extend({ version: Version, summary: Text.min(2) }),
    output: z.object({}),
  }),
}
