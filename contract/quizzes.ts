import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  Answers,
  AttemptKey,
  NoteMark,
  Paper,
  QuestionForm,
  QuestionKey,
  QuestionKind,
  QuestionRow,
  QuizForm,
  QuizKey,
  Result,
} from './quiz-shapes.ts'
import { Day, Id, Line, Moment, Name, Paging, pageOf } from './vocabulary.ts'

const QuizRow = QuizForm.extend({
  ...QuizKey.shape,
  organizationName: Name,
  takers: z.int(),
  passed: z.int(),
  isOpen: z.boolean(),
})

/** How much was known at first and how much of it is still known; of a hundred. */
const Retention = z.object({
  takers: z.int(),
  passed: z.int(),
  firstPercent: z.number().nullable(),
  retested: z.int(),
  retestPercent: z.number().nullable(),
  /** Of those who were asked twice only: the second figure in parts of the first. */
  keptPercent: z.number().nullable(),
})

const Note = z.object({
  note: z.string(),
  applied: z.string(),
  mark: NoteMark.nullable(),
  comment: z.string(),
})

const OwnQuiz = QuizForm.extend({
  ...QuizKey.shape,
  organizationName: Name,
  questions: z.int(),
  triesLeft: z.int(),
  open: AttemptKey.nullable(),
  best: z.object({ ...AttemptKey.shape, percent: z.int(), isPassed: z.boolean() }).nullable(),
  retest: z.object({ from: Day, isDue: z.boolean(), percent: z.int().nullable() }).nullable(),
  note: Note.nullable(),
  /** Why it cannot be begun now; empty where it can. */
  closed: z.string(),
})

export const quizzes = {
  bank: query({
    grant: 'quizzes.view',
    summary: '题库：按分类、题型查找',
    input: Paging.extend({
      organizationId: Id,
      text: z.string().trim().max(100).default(''),
      category: Line.nullable().default(null),
      kind: QuestionKind.nullable().default(null),
      essential: z.boolean().default(false),
    }),
    output: pageOf(QuestionRow).extend({
      categories: z
        .array(z.object({ name: z.string(), count: z.int(), essential: z.int() }))
        .max(200),
      mayKeep: z.boolean(),
    }),
  }),

  importQuestions: command({
    grant: 'quizzes.keep',
    summary: '从表格导入题目：一行有误则全部不导入，逐行说明',
    input: z.object({ organizationId: Id, fileId: Id }),
    output: z.object({
      added: z.int(),
      known: z.int(),
      faults: z.array(z.object({ line: z.int(), message: z.string() })),
    }),
  }),

  saveQuestion: command({
    grant: 'quizzes.keep',
    summary: '新增题目；改题时旧题停用、新题替上，已作答的试卷不变',
    input: QuestionForm.extend({
      organizationId: Id,
      replaces: QuestionKey.nullable().default(null),
    }),
    output: QuestionKey,
  }),

  retireQuestion: command({
    grant: 'quizzes.keep',
    summary: '停用题目，以后不再抽到',
    input: QuestionKey,
    output: z.object({}),
  }),

  list: query({
    grant: 'quizzes.view',
    summary: '测验：本组织及下级办的，和上级布置下来的',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(QuizRow).extend({ day: Day, mayKeep: z.boolean() }),
  }),

  create: command({
    grant: 'quizzes.keep',
    summary: '布置测验：从题库抽题、限时、及格线、可答次数、多少天后复测',
    input: QuizForm.extend({ organizationId: Id, quizId: Id }),
    output: QuizKey,
  }),

  addToCourse: command({
    grant: 'courses.edit',
    summary: '把测验放进一门课程，通过才算完成这一项',
    /** The id is made by the form: sent twice, it is there once. */
    input: QuizKey.extend({ courseId: Id, itemId: Id }),
    output: z.object({}),
  }),

  withdraw: command({
    grant: 'quizzes.keep',
    summary: '撤下测验，已有成绩保留',
    input: QuizKey,
    output: z.object({}),
  }),

  results: query({
    grant: 'quizzes.view',
    summary: '测验结果：初测、复测和记住了多少，每人成绩、心得和运用',
    input: QuizKey.extend({ organizationId: Id, ...Paging.shape }),
    output: pageOf(
      z.object({
        ...AttemptKey.shape,
        name: Name,
        organizationName: Name,
        percent: z.int(),
        isPassed: z.boolean(),
        submittedAt: Moment,
        retestPercent: z.int().nullable(),
        note: Note.nullable(),
        mayReview: z.boolean(),
      }),
    ).extend({
      title: z.string(),
      retention: Retention,
      below: z.array(Retention.extend({ name: Name })),
      hardest: z
        .array(z.object({ text: z.string(), knownPercent: z.int(), asked: z.int() }))
        .max(10),
    }),
  }),

  reviewNote: command({
    grant: 'quizzes.review',
    summary: '评阅学习心得和运用情况；本人不评本人',
    input: AttemptKey.extend({ mark: NoteMark, comment: Line.default('') }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我的测验：能答的、该复测的、成绩',
    input: z.object({}),
    output: z.object({ rows: z.array(OwnQuiz) }),
  }),

  essentials: query({
    summary: '应知应会：题目、答案和相关课程，随时翻看',
    input: Paging.extend({ category: Line.nullable().default(null) }),
    output: pageOf(
      z.object({
        questionId: Id,
        category: z.string(),
        text: z.string(),
        answer: z.array(z.string()),
        explanation: z.string(),
      }),
    ).extend({
      categories: z.array(z.object({ name: z.string(), count: z.int() })).max(200),
      courses: z.array(z.object({ courseId: Id, title: z.string() })).max(50),
    }),
  }),

  start: command({
    summary: '开始答题：现抽题目、打乱选项、服务器计时；没交卷的接着答',
    input: QuizKey,
    output: Paper,
  }),

  save: command({
    summary: '暂存答案；到点按暂存的判分',
    input: AttemptKey.extend({ answers: Answers }),
    output: z.object({ saved: z.int() }),
  }),

  submit: command({
    summary: '交卷；交过的不能再交，超时按暂存的答案判分',
    input: AttemptKey.extend({ answers: Answers }),
    output: Result,
  }),

  result: query({ summary: '我的一次成绩和逐题讲解', input: AttemptKey, output: Result }),

  writeNote: command({
    summary: '写学习心得和在工作中怎样运用',
    input: AttemptKey.extend({
      note: z.string().trim().min(10, '心得至少写 10 个字').max(3000),
      applied: z.string().trim().max(2000).default(''),
    }),
    output: z.object({}),
  }),
}
