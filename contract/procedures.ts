import * as z from 'zod'
import { command, query } from './kit.ts'
import { caseStates, opinionAnswers } from './procedure-words.ts'
import { Day, Id, Line, Moment, Name, Paging, Text, keysOf, pageOf } from './vocabulary.ts'

const CaseState = z.enum(keysOf(caseStates))
const Key = z.string().min(1).max(40)
const Code = z.string().min(20).max(80)

/** One way on from a step. */
const Outcome = z.object({ key: Key, name: z.string(), needsReason: z.boolean() })

/** What was decided, once and for all. */
const LogEntry = z.object({
  step: Key,
  stepName: z.string(),
  outcomeName: z.string(),
  reason: z.string(),
  byName: z.string(),
  at: Moment,
  /** When it was decided; it may have been written down later. */
  on: Day,
  isLate: z.boolean(),
  files: z.array(z.object({ unitId: Id, fileId: Id, name: z.string(), bytes: z.int() })),
})

const Current = z.object({
  step: Key,
  stepName: z.string(),
  /** Whose turn it is, in words. */
  deciders: z.string(),
  since: Day,
  earliestOn: Day.nullable(),
  dueOn: Day.nullable(),
  isLate: z.boolean(),
})

export const procedures = {
  show: query({
    summary: '一件事的办理过程：每一步谁、何时、办成什么，现在轮到谁',
    input: z.object({ unitId: Id, subject: z.string().min(3).max(80) }),
    output: z.object({
      /** Every time it was put forward, the latest first; a case that was sent back is followed by another. */
      cases: z.array(
        z.object({
          caseId: Id,
          name: z.string(),
          title: z.string(),
          state: CaseState,
          startedByName: z.string(),
          startedAt: Moment,
          finishedAt: Moment.nullable(),
          /** All steps of its declaration, in order. */
          steps: z.array(
            z.object({ key: Key, name: z.string(), deciders: z.string(), isPassed: z.boolean() }),
          ),
          log: z.array(LogEntry),
          current: Current.extend({
            outcomes: z.array(Outcome),
            papers: z.array(z.object({ key: Key, name: z.string() })),
            /** Why the reader cannot decide it, in the words of the refusal; nothing where they can. */
            refusal: z.string().nullable(),
          }).nullable(),
        }),
      ),
    }),
  }),

  waiting: query({
    summary: '等我办理的事，期限近的在前',
    input: Paging,
    output: pageOf(
      Current.extend({
        unitId: Id,
        caseId: Id,
        subject: z.string(),
        name: z.string(),
        title: z.string(),
        organizationName: Name,
        startedByName: z.string(),
        page: z.string(),
      }),
    ),
  }),

  question: query({
    grant: 'open',
    summary: '外部部门凭链接看请其答复的问题，只看得到这一个问题',
    input: z.object({ code: Code }),
    output: z.object({
      department: z.string(),
      question: z.string(),
      dueOn: Day,
      isAnswered: z.boolean(),
    }),
  }),

  answer: command({
    grant: 'open',
    summary: '外部部门凭链接答复一次',
    input: z.object({
      code: Code,
      answer: z.enum(keysOf(opinionAnswers)),
      text: Text.max(2_000).default(''),
      name: Line.min(2, '请写明答复人姓名'),
    }),
    output: z.object({}),
  }),
}
