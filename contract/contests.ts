import * as z from 'zod'
import { command, query } from './kit.ts'
import { QuizForm, QuizKey, QuizKind } from './quiz-shapes.ts'
import { Day, Id, Line, Name, Paging, Version, pageOf } from './vocabulary.ts'

const ContestKey = z.object({ unitId: Id, contestId: Id })
const PersonKey = z.object({ personId: Id })

const Round = QuizKey.extend({
  round: z.int(),
  kind: QuizKind,
  title: z.string(),
  opensOn: Day,
  closesOn: Day,
  /** How many of the round before may take part; nothing, where all may. */
  admits: z.int().nullable(),
  takers: z.int(),
  isOver: z.boolean(),
})

const Contest = ContestKey.extend({
  title: z.string(),
  organizationName: Name,
  isRankingShown: z.boolean(),
  rounds: z.array(Round),
})

const Ranked = PersonKey.extend({
  rank: z.int(),
  name: Name,
  organizationName: Name,
  score: z.number(),
  seconds: z.int().nullable(),
  judges: z.int(),
})

export const contests = {
  list: query({
    grant: 'quizzes.view',
    summary: '竞赛：轮次、参加人数、是否公布名次',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Contest.extend({ version: Version })).extend({ mayKeep: z.boolean() }),
  }),

  create: command({
    grant: 'quizzes.keep',
    summary: '举办竞赛；名次默认不公布',
    input: z.object({ organizationId: Id, contestId: Id, title: Line.min(2) }),
    output: ContestKey,
  }),

  addRound: command({
    grant: 'quizzes.keep',
    summary: '加一轮：答题或主题演讲，取上一轮前几名',
    input: QuizForm.extend({
      ...ContestKey.shape,
      quizId: Id,
      admits: z.int().min(1).max(1000).nullable().default(null),
    }),
    output: QuizKey,
  }),

  showRanking: command({
    grant: 'quizzes.keep',
    summary: '公布或收起名次',
    input: ContestKey.extend({ version: Version, isShown: z.boolean() }),
    output: z.object({ version: Version }),
  }),

  ranking: query({
    grant: 'quizzes.view',
    summary: '一轮的名次：答题比分数、再比用时，演讲取评委平均分',
    input: Paging.extend(QuizKey.shape),
    output: pageOf(Ranked).extend({ kind: QuizKind, title: z.string() }),
  }),

  mark: command({
    grant: 'quizzes.judge',
    summary: '评委给一名演讲选手打分；不给本人打分，重打以后一次为准',
    input: QuizKey.extend({ unitIdOfMember: Id, memberId: Id, points: z.number().min(0).max(100) }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我能看到的竞赛；公布名次的才有名次',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        Contest.extend({
          rounds: z.array(
            Round.extend({
              /** The first of them, where the ranking is public. */
              ranking: z.array(Ranked).max(50).nullable(),
              mine: z.number().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
}
