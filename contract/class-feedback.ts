import * as z from 'zod'
import { ClassKey } from './class-shapes.ts'
import { feedbackKinds } from './class-words.ts'
import { command, query } from './kit.ts'
import { surveyStates } from './survey-words.ts'
import { Day, Id, Name, keysOf } from './vocabulary.ts'

const Kind = z.enum(keysOf(feedbackKinds))

/** One round of questions about a class, as the learner finds it beside the timetable. */
export const AskedOfClass = z.object({
  unitId: Id,
  surveyId: Id,
  kind: Kind,
  title: Name,
  until: Day,
  isOpen: z.boolean(),
  isAnswered: z.boolean(),
})

/** What learners say of a class: while it lasts, and when they have gone back to work with it. */
export const classFeedback = {
  ask: command({
    grant: 'classes.keep',
    summary: '请学员评估培训班，或者结业以后反馈学用情况；同一种只发一次，办班的五人以上才匿名',
    input: ClassKey.extend({ kind: Kind, until: Day }),
    output: z.object({ unitId: Id, surveyId: Id }),
  }),

  show: query({
    grant: 'classes.view',
    summary: '学员对培训班的评估和学用反馈：多少人答了，得分几成；匿名的结束以后才看',
    input: ClassKey,
    output: z.object({
      rows: z.array(
        z.object({
          kind: Kind,
          unitId: Id,
          surveyId: Id,
          isAnonymous: z.boolean(),
          state: z.enum(keysOf(surveyStates)),
          until: Day,
          asked: z.int(),
          answered: z.int(),
          /** In percent of what could be given; missing where nothing is scored, or it must not be known yet. */
          share: z.int().nullable(),
        }),
      ),
      can: z.object({ ask: z.boolean(), follow: z.boolean() }),
    }),
  }),
}
