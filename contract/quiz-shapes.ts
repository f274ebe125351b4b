import * as z from 'zod'
import { noteMarks, questionKinds, quizKinds, quizPhases } from './quiz-words.ts'
import { Day, Id, Line, Moment, Name, keysOf } from './vocabulary.ts'

export const QuestionKind = z.enum(keysOf(questionKinds))
export const QuizKind = z.enum(keysOf(quizKinds))
export const QuizPhase = z.enum(keysOf(quizPhases))
export const NoteMark = z.enum(keysOf(noteMarks))

export const QuestionKey = z.object({ unitId: Id, questionId: Id })
export const QuizKey = z.object({ unitId: Id, quizId: Id })
export const AttemptKey = z.object({ unitId: Id, attemptId: Id })

const Option = z.object({ id: z.string().max(2), text: z.string().trim().min(1).max(300) })

/** What the form of a question asks. */
export const QuestionForm = z.object({
  kind: QuestionKind,
  text: z.string().trim().min(2).max(1000),
  options: z.array(Option).min(2, '至少两个选项').max(8, '最多八个选项'),
  keys: z.array(z.string().max(2)).min(1, '请选出正确答案').max(8),
  explanation: z.string().trim().max(1000).default(''),
  category: Line.min(1, '请写分类'),
  isEssential: z.boolean().default(false),
})

export const QuestionRow = QuestionForm.extend({
  ...QuestionKey.shape,
  organizationName: Name,
})

/** So many questions from one category, or from all; only what everybody must know, or any. */
export const Draw = z.object({
  category: z.string().max(200).nullable(),
  isEssential: z.boolean().default(false),
  count: z.int().min(1).max(100),
})

export const QuizForm = z.object({
  title: z.string().trim().min(2).max(100),
  intro: z.string().trim().max(2000).default(''),
  kind: QuizKind,
  draws: z.array(Draw).max(10).default([]),
  minutes: z.int().min(1, '至少 1 分钟').max(240, '最多 240 分钟'),
  passPercent: z.int().min(1).max(100).default(60),
  triesMax: z.int().min(1).max(20).default(1),
  /** After how many days the same is asked again; nothing, where it is not. */
  retestDays: z.int().min(1).max(365).nullable().default(null),
  opensOn: Day,
  closesOn: Day,
})

/** As somebody sees it while they answer: no key, no explanation. */
export const Asked = z.object({
  id: z.string(),
  kind: QuestionKind,
  text: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
})

export const Answers = z.record(z.string().max(4), z.array(z.string().max(2)).max(8))

export const Paper = AttemptKey.extend({
  title: z.string(),
  phase: QuizPhase,
  startedAt: Moment,
  dueAt: Moment,
  now: Moment,
  questions: z.array(Asked),
  answers: Answers,
})

export const Result = AttemptKey.extend({
  title: z.string(),
  phase: QuizPhase,
  percent: z.int(),
  right: z.int(),
  total: z.int(),
  isPassed: z.boolean(),
  submittedAt: Moment,
  retestOn: Day.nullable(),
  /** Closed until the quiz is, where others may still be answering the same. */
  review: z
    .array(
      Asked.extend({
        keys: z.array(z.string()),
        given: z.array(z.string()),
        explanation: z.string(),
      }),
    )
    .nullable(),
})
