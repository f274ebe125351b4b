import * as z from 'zod'
import { ApplicantKey } from './development-shapes.ts'
import { reviewFindings, reviewRelations, reviewWays } from './development-words.ts'
import { command, query } from './kit.ts'
import { opinionAnswers } from './procedure-words.ts'
import { Day, Id, Line, Name, Paging, Text, keysOf } from './vocabulary.ts'

/** Political review: whom it looked at and what it found, and what the departments of the county say. */
export const developmentReview = {
  addSubject: command({
    grant: 'development.keep',
    summary: '政治审查：增加一名审查对象，写明怎样审查、向谁了解',
    input: ApplicantKey.extend({
      formId: Id,
      relation: z.enum(keysOf(reviewRelations)),
      name: Name,
      way: z.enum(keysOf(reviewWays)),
      askedOf: Line.min(2, '请写明向哪个单位或组织了解'),
      askedOn: Day,
    }),
    output: z.object({}),
  }),

  answerSubject: command({
    grant: 'development.keep',
    summary: '政治审查：登记一名审查对象的回函或谈话结果，登记后不能改',
    input: ApplicantKey.extend({
      subjectId: Id,
      repliedOn: Day,
      finding: z.enum(keysOf(reviewFindings)),
      reply: Text.min(4, '请写清回复内容，至少 4 个字').max(2_000),
      fileIds: z.array(Id).max(5).default([]),
    }),
    output: z.object({}),
  }),

  subjects: query({
    grant: 'development.keep',
    summary: '政治审查：审查对象、回复和结论，只有办理的人看得到',
    input: ApplicantKey,
    output: z.object({
      rows: z.array(
        z.object({
          subjectId: Id,
          relation: z.enum(keysOf(reviewRelations)),
          name: z.string(),
          way: z.enum(keysOf(reviewWays)),
          askedOf: z.string(),
          askedOn: Day,
          repliedOn: Day.nullable(),
          finding: z.enum(keysOf(reviewFindings)).nullable(),
          reply: z.string(),
        }),
      ),
    }),
  }),

  joint: query({
    grant: 'development.keep',
    summary: '联审名单：正在政治审查、预审的人，各部门答复到哪一步',
    input: Paging.extend({ organizationId: Id }),
    output: z.object({
      departments: z.array(
        z.object({ name: z.string(), question: z.string(), isVeto: z.boolean() }),
      ),
      /** On all pages together: people, and the questions asked about them. */
      total: z.int(),
      asked: z.int(),
      silent: z.int(),
      late: z.int(),
      rows: z.array(
        ApplicantKey.extend({
          name: z.string(),
          organizationName: z.string(),
          stepName: z.string(),
          opinions: z.array(
            z.object({
              department: z.string(),
              answer: z.enum(keysOf(opinionAnswers)).nullable(),
              text: z.string(),
              dueOn: Day,
              isLate: z.boolean(),
              path: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),

  askAll: command({
    grant: 'development.keep',
    summary: '把名单送各部门联审：每人每部门一个链接，对方只看得到自己的问题',
    input: z.object({
      organizationId: Id,
      applicants: z.array(ApplicantKey).min(1, '请选人').max(100),
      departments: z.array(Name).min(1, '请选部门').max(20),
      dueOn: Day,
    }),
    output: z.object({ asked: z.int(), already: z.int() }),
  }),
}
