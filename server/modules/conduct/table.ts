import type {
  careReasons,
  clockStages,
  conductClocks,
  disposalGrounds,
  disposalKinds,
  leadResults,
  leadSources,
  sanctionKinds,
} from '@zhixing/contract/conduct-words.ts'
import { sql } from 'drizzle-orm'
import {
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
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'

const by = () => ({
  byId: uuid('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull(),
})
const somewhere = () => ({
  organizationId: uuid('organization_id').notNull(),
  path: pathText('path').notNull(),
})

/** Work that the Party assigned to one member: the third clock runs where it is not done. */
export const conductTasks = followTree(
  unitTable(
    'conduct_tasks',
    {
      ...somewhere(),
      memberId: uuid('member_id').notNull(),
      title: text('title').notNull(),
      givenOn: date('given_on').notNull(),
      dueOn: date('due_on').notNull(),
      state: text('state', { enum: ['open', 'reported', 'done', 'cancelled'] }).notNull(),
      doneOn: date('done_on'),
      report: text('report').notNull().default(''),
      ...by(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      index('conduct_tasks_by_path').on(self.path, self.state),
      index('conduct_tasks_by_member').on(self.unitId, self.memberId),
    ],
  ),
)

/** That a clock had run so long, said once for each row of months. */
export const conductWarnings = followTree(
  unitTable(
    'conduct_warnings',
    {
      ...somewhere(),
      memberId: uuid('member_id').notNull(),
      clock: text('clock').$type<keyof typeof conductClocks>().notNull(),
      since: text('since').notNull(),
      stage: text('stage').$type<keyof typeof clockStages>().notNull(),
      months: integer('months').notNull(),
      on: date('on_day').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.memberId, members),
      unique('conduct_warnings_once').on(
        self.unitId,
        self.memberId,
        self.clock,
        self.since,
        self.stage,
      ),
    ],
  ),
)

/** The vote of a branch meeting as it was when the record was closed. */
type KeptVote = {
  readonly activityId: string
  readonly motionId: string
  readonly day: string
  readonly text: string
  readonly result: string
  readonly isPassed: boolean
}

/** What may end or suspend a membership. Its steps are a case of procedures; what it says is sealed. */
export const conductCases = followTree(
  unitTable(
    'conduct_cases',
    {
      ...somewhere(),
      memberId: uuid('member_id').notNull(),
      kind: text('kind').$type<keyof typeof disposalKinds>().notNull(),
      ground: text('ground').$type<keyof typeof disposalGrounds>().notNull(),
      state: text('state', { enum: ['draft', 'open', 'done', 'ended', 'revoked'] }).notNull(),
      openedOn: date('opened_on').notNull(),
      factsSealed: text('facts_sealed').notNull(),
      statementWay: text('statement_way', {
        enum: ['own', 'recorded', 'declined', 'unreachable'],
      }),
      statementOn: date('statement_on'),
      statementSealed: text('statement_sealed'),
      statementBy: text('statement_by').notNull().default(''),
      correctUntil: date('correct_until'),
      helperName: text('helper_name').notNull().default(''),
      measuresSealed: text('measures_sealed'),
      vote: jsonb('vote').$type<KeptVote>(),
      decidedOn: date('decided_on'),
      noticedOn: date('noticed_on'),
      appealState: text('appeal_state', { enum: ['asked', 'upheld', 'revoked'] }),
      appealOn: date('appeal_on'),
      appealSealed: text('appeal_sealed'),
      appealAnswer: text('appeal_answer').notNull().default(''),
      ...by(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      index('conduct_cases_by_path').on(self.path, self.state),
      uniqueIndex('conduct_cases_one_open')
        .on(self.unitId, self.memberId)
        .where(sql`state in ('draft', 'open')`),
      // One vote decides about one person, also where two put it down at the same moment.
      uniqueIndex('conduct_cases_vote_once')
        .on(self.unitId, sql`(vote ->> 'motionId')`)
        .where(sql`vote is not null`),
    ],
  ),
)

/** Help given during a correction, and what was looked into. */
export const conductNotes = unitTable(
  'conduct_notes',
  {
    caseId: uuid('case_id').notNull(),
    on: date('on_day').notNull(),
    textSealed: text('text_sealed').notNull(),
    ...by(),
  },
  (self) => [
    withinUnit(self, self.caseId, conductCases),
    index('conduct_notes_by_case').on(self.unitId, self.caseId),
  ],
)

/** Sanctions, decided elsewhere under the regulation on discipline: what follows from them, and until when. */
export const conductSanctions = followTree(
  unitTable(
    'conduct_sanctions',
    {
      ...somewhere(),
      memberId: uuid('member_id').notNull(),
      formId: uuid('form_id').notNull(),
      kind: text('kind').$type<keyof typeof sanctionKinds>().notNull(),
      authority: text('authority').notNull(),
      document: text('document').notNull(),
      reasonSealed: text('reason_sealed').notNull(),
      from: date('from_day').notNull(),
      until: date('until_day'),
      votelessUntil: date('voteless_until'),
      clause: text('clause').notNull(),
      endedOn: date('ended_on'),
      endedHow: text('ended_how', { enum: ['lifted', 'annulled'] }),
      endedReason: text('ended_reason').notNull().default(''),
      ...by(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      unique('conduct_sanctions_once').on(self.unitId, self.formId),
      index('conduct_sanctions_by_path').on(self.path),
      index('conduct_sanctions_by_member').on(self.unitId, self.memberId),
    ],
  ),
)

/** Something that was heard and has to be looked into: numbered in its unit, and for few. */
export const conductLeads = followTree(
  unitTable(
    'conduct_leads',
    {
      ...somewhere(),
      formId: uuid('form_id').notNull(),
      number: integer('number').notNull(),
      source: text('source').$type<keyof typeof leadSources>().notNull(),
      contentSealed: text('content_sealed').notNull(),
      state: text('state', { enum: ['received', 'handling', 'closed'] }).notNull(),
      receivedOn: date('received_on').notNull(),
      dueOn: date('due_on').notNull(),
      handlerName: text('handler_name').notNull(),
      result: text('result').$type<keyof typeof leadResults>(),
      closedOn: date('closed_on'),
      ...by(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('conduct_leads_once').on(self.unitId, self.formId),
      unique('conduct_leads_number').on(self.unitId, self.number),
      index('conduct_leads_by_path').on(self.path, self.state),
    ],
  ),
)

export const conductLeadEntries = unitTable(
  'conduct_lead_entries',
  {
    leadId: uuid('lead_id').notNull(),
    on: date('on_day').notNull(),
    textSealed: text('text_sealed').notNull(),
    ...by(),
  },
  (self) => [
    withinUnit(self, self.leadId, conductLeads),
    index('conduct_lead_entries_by_lead').on(self.unitId, self.leadId),
  ],
)

/** Somebody was visited, because they were ill, in need, old or mourning. */
export const careVisits = followTree(
  unitTable(
    'care_visits',
    {
      ...somewhere(),
      memberId: uuid('member_id').notNull(),
      formId: uuid('form_id').notNull(),
      on: date('on_day').notNull(),
      reason: text('reason').$type<keyof typeof careReasons>().notNull(),
      visitors: text('visitors').notNull(),
      noteSealed: text('note_sealed').notNull(),
      help: text('help').notNull(),
      ...by(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      unique('care_visits_once').on(self.unitId, self.formId),
      index('care_visits_by_path').on(self.path),
      index('care_visits_by_member').on(self.unitId, self.memberId, self.on),
    ],
  ),
)
