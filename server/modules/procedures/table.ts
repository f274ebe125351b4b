import type { Grant } from '@zhixing/contract'
import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { followPartner, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

/** A day counted from another: so many days or months, or as many as a rule says. */
type KeptWait = {
  readonly count: number | string
  readonly unit: 'days' | 'workdays' | 'months'
  /** The step after whose decision it is counted, a day that was noted, or the start. */
  readonly after: string
}

type KeptStep = {
  readonly key: string
  readonly name: string
  readonly decidedBy: Grant | 'starter'
  readonly isAbove: boolean
  /** Decided at the other end; steps that were declared before there was one are decided at home. */
  readonly side?: 'home' | 'partner'
  readonly clause: string
  readonly papers: readonly { readonly key: string; readonly name: string }[]
  readonly needs: readonly { readonly key: string; readonly name: string }[]
  readonly earliest: readonly KeptWait[]
  readonly latest: KeptWait | null
  readonly limit: KeptWait | null
  readonly outcomes: readonly {
    readonly key: string
    readonly name: string
    readonly to: string
    readonly needsReason: boolean
  }[]
}

/**
 * Something on its way through a procedure. It carries the steps that were declared when it began: a declaration that
 * changes later changes nothing for it.
 */
export const procedureCases = followPartner(
  unitTable(
    'procedure_cases',
    {
      kind: text('kind').notNull(),
      name: text('name').notNull(),
      steps: jsonb('steps').$type<readonly KeptStep[]>().notNull(),
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      /** Of what concerns two places, the other one, which may lie in another unit; it sees the case and decides its steps. */
      partnerId: uuid('partner_id'),
      partnerPath: pathText('partner_path'),
      /** What it is about, "plan:<id>"; and the page where that is decided. */
      subject: text('subject').notNull(),
      title: text('title').notNull(),
      /** The member whom it judges: they neither decide nor follow it here, whatever office they hold. */
      judgesId: uuid('judges_id'),
      /** Who may follow it besides those who started or decide it. */
      knownTo: text('known_to').$type<Grant>().notNull().default('procedures.view'),
      page: text('page').notNull(),
      startedBy: uuid('started_by').notNull(),
      startedByName: text('started_by_name').notNull(),
      startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
      /** The day from which it counts, and whose rules it keeps. */
      startedOn: date('started_on').notNull(),
      /** When each step was last decided, and the other days that its waits count from. */
      marks: jsonb('marks').$type<Readonly<Record<string, string>>>().notNull().default({}),
      state: text('state', { enum: ['open', 'done', 'ended', 'withdrawn'] }).notNull(),
      /** Of the step whose turn it is, kept beside the steps so that lists ask the database alone. */
      step: text('step').notNull(),
      decidedBy: text('decided_by').$type<Grant | 'starter'>().notNull(),
      isAbove: boolean('is_above').notNull(),
      side: text('side', { enum: ['home', 'partner'] })
        .notNull()
        .default('home'),
      since: timestamp('since', { withTimezone: true }).notNull(),
      earliestOn: date('earliest_on'),
      dueOn: date('due_on'),
      limitOn: date('limit_on'),
      finishedAt: timestamp('finished_at', { withTimezone: true }),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      uniqueIndex('procedure_cases_one_open')
        .on(self.unitId, self.subject)
        .where(sql`state = 'open'`),
      index('procedure_cases_waiting')
        .on(self.decidedBy, self.path)
        .where(sql`state = 'open'`),
      index('procedure_cases_waiting_there')
        .on(self.decidedBy, self.partnerPath)
        .where(sql`state = 'open' and side = 'partner'`),
      index('procedure_cases_by_subject').on(self.unitId, self.subject),
    ],
  ),
)

/** What was decided step by step. A trigger keeps it from being rewritten. */
export const procedureLog = unitTable(
  'procedure_log',
  {
    caseId: uuid('case_id').notNull(),
    sequence: integer('sequence').notNull(),
    step: text('step').notNull(),
    stepName: text('step_name').notNull(),
    outcome: text('outcome').notNull(),
    outcomeName: text('outcome_name').notNull(),
    to: text('next_step').notNull(),
    reason: text('reason').notNull(),
    papers: jsonb('papers').$type<readonly string[]>().notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** When it was decided; `at` is when it was written down. */
    on: date('on_day').notNull(),
    isLate: boolean('is_late').notNull(),
  },
  (self) => [
    withinUnit(self, self.caseId, procedureCases),
    // Two who decide the same step at once: the second finds it decided.
    unique('procedure_log_once').on(self.unitId, self.caseId, self.sequence),
  ],
)

/** What somebody outside was asked about a step. They hold a code, see their question, and answer once. */
export const procedureOpinions = unitTable(
  'procedure_opinions',
  {
    caseId: uuid('case_id').notNull(),
    step: text('step').notNull(),
    department: text('department').notNull(),
    question: text('question').notNull(),
    /** 128 random bits: whoever was not given the address cannot guess it. */
    code: text('code').notNull(),
    dueOn: date('due_on').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: timestamp('asked_at', { withTimezone: true }).notNull(),
    answer: text('answer', { enum: ['agree', 'object'] }),
    text: text('text').notNull().default(''),
    answeredByName: text('answered_by_name').notNull().default(''),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.caseId, procedureCases),
    index('procedure_opinions_by_code').on(self.code),
    unique('procedure_opinions_once').on(self.unitId, self.caseId, self.step, self.department),
  ],
)
