import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

type Option = { readonly id: string; readonly text: string }
type Draw = {
  readonly category: string | null
  readonly isEssential: boolean
  readonly count: number
}
type PaperQuestion = {
  readonly id: string
  readonly kind: 'single' | 'multiple' | 'judge'
  readonly text: string
  readonly options: readonly Option[]
  readonly keys: readonly string[]
  readonly explanation: string
}

/** The bank. A question is never rewritten: a better one takes its place, and old papers keep what they asked. */
export const quizQuestions = followTree(
  unitTable(
    'quiz_questions',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind', { enum: ['single', 'multiple', 'judge'] }).notNull(),
      text: text('text').notNull(),
      options: jsonb('options').$type<readonly Option[]>().notNull(),
      keys: jsonb('keys').$type<readonly string[]>().notNull(),
      explanation: text('explanation').notNull(),
      category: text('category').notNull(),
      isEssential: boolean('is_essential').notNull(),
      /** Of kind, text and options: the same question comes in once. */
      digest: text('digest').notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      retiredAt: timestamp('retired_at', { withTimezone: true }),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('quiz_questions_once').on(self.unitId, self.organizationId, self.digest),
      index('quiz_questions_by_path').on(self.path, self.category),
    ],
  ),
)

export const quizContests = followTree(
  unitTable(
    'quiz_contests',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      title: text('title').notNull(),
      isRankingShown: boolean('is_ranking_shown').notNull().default(false),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      index('quiz_contests_by_path').on(self.path),
    ],
  ),
)

export const quizzes = followTree(
  unitTable(
    'quizzes',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      kind: text('kind', { enum: ['test', 'essential', 'contest', 'speech'] }).notNull(),
      title: text('title').notNull(),
      intro: text('intro').notNull(),
      draws: jsonb('draws').$type<readonly Draw[]>().notNull(),
      minutes: integer('minutes').notNull(),
      passPercent: integer('pass_percent').notNull(),
      triesMax: integer('tries_max').notNull(),
      retestDays: integer('retest_days'),
      opensOn: date('opens_on').notNull(),
      closesOn: date('closes_on').notNull(),
      contestId: uuid('contest_id'),
      round: integer('round'),
      /** How many of the round before may take part. */
      admits: integer('admits'),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.contestId, quizContests),
      unique('quizzes_round').on(self.unitId, self.contestId, self.round),
      index('quizzes_by_path').on(self.path),
    ],
  ),
)

/** One sitting. The paper with its keys is kept as it was drawn; people of other units are known by their id. */
export const quizAttempts = unitTable(
  'quiz_attempts',
  {
    quizId: uuid('quiz_id').notNull(),
    personId: uuid('person_id').notNull(),
    personName: text('person_name').notNull(),
    personPath: pathText('person_path').notNull(),
    phase: text('phase', { enum: ['first', 'retest'] }).notNull(),
    number: integer('number').notNull(),
    seed: text('seed').notNull(),
    paper: jsonb('paper').$type<readonly PaperQuestion[]>().notNull(),
    answers: jsonb('answers')
      .$type<Readonly<Record<string, readonly string[]>>>()
      .notNull()
      .default({}),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    right: integer('right'),
    percent: integer('percent'),
    isPassed: boolean('is_passed'),
    /** From when on the same will be asked again. */
    retestOn: date('retest_on'),
    note: text('note'),
    applied: text('applied').notNull().default(''),
    noteMark: text('note_mark', { enum: ['good', 'pass', 'redo'] }),
    noteComment: text('note_comment').notNull().default(''),
  },
  (self) => [
    withinUnit(self, self.quizId, quizzes),
    unique('quiz_attempts_once').on(
      self.unitId,
      self.quizId,
      self.personId,
      self.phase,
      self.number,
    ),
    index('quiz_attempts_by_person').on(self.personId),
    index('quiz_attempts_by_retest').on(self.retestOn),
  ],
)

/** What each judge gives each speaker. */
export const quizMarks = unitTable(
  'quiz_marks',
  {
    quizId: uuid('quiz_id').notNull(),
    personId: uuid('person_id').notNull(),
    personName: text('person_name').notNull(),
    personPath: pathText('person_path').notNull(),
    judgeId: uuid('judge_id').notNull(),
    points: doublePrecision('points').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.quizId, quizzes),
    unique('quiz_marks_once').on(self.unitId, self.quizId, self.personId, self.judgeId),
  ],
)
