import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { procedureCases } from '../procedures/table.ts'

/** Somebody on the way to membership: not yet a member, and known as little as possible until then. */
export const applicants = followTree(
  unitTable(
    'applicants',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      name: text('name').notNull(),
      nameKey: text('name_key').notNull(),
      sex: text('sex', { enum: ['male', 'female'] }).notNull(),
      ethnicity: text('ethnicity').notNull(),
      idNumberSealed: text('id_number_sealed').notNull(),
      idNumberIndex: text('id_number_index').notNull(),
      bornOn: date('born_on').notNull(),
      education: text('education').notNull(),
      occupation: text('occupation').notNull(),
      employment: text('employment', {
        enum: ['employed', 'farmer', 'student', 'retired', 'unemployed'],
      }).notNull(),
      isFrontline: boolean('is_frontline').notNull(),
      /** What somebody is good at, in the words of the place. */
      abilities: jsonb('abilities').$type<readonly string[]>().notNull().default([]),
      phoneSealed: text('phone_sealed'),
      addressSealed: text('address_sealed'),
      appliedOn: date('applied_on').notNull(),
      ruleVersion: text('rule_version', { enum: ['2014', '2026'] }).notNull(),
      stage: text('stage', {
        enum: ['applicant', 'activist', 'target', 'probationary', 'full', 'ended'],
      }).notNull(),
      caseId: uuid('case_id').notNull(),
      /** What the branch meeting resolved at the end of probation, until the committee has decided. */
      resolution: text('resolution', { enum: ['confirm', 'extend', 'cancel'] }),
      extensionMonths: smallint('extension_months'),
      extendedOn: date('extended_on'),
      approvedOn: date('approved_on'),
      confirmedOn: date('confirmed_on'),
      endedOn: date('ended_on'),
      /** The file in another unit in which it goes on. */
      movedToUnitId: uuid('moved_to_unit_id'),
      movedToId: uuid('moved_to_id'),
      /** The account with which the applicant sees their own way. */
      accountId: uuid('account_id'),
      memberId: uuid('member_id'),
      formId: uuid('form_id').notNull(),
      byId: uuid('by_id').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      version: integer('version').notNull().default(0),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      withinUnit(self, self.memberId, members),
      withinUnit(self, self.caseId, procedureCases),
      unique('applicants_once').on(self.unitId, self.formId),
      uniqueIndex('applicants_on_the_way_once')
        .on(self.unitId, self.idNumberIndex)
        .where(sql`stage not in ('full', 'ended')`),
      index('applicants_by_path').on(self.path),
      index('applicants_by_account').on(self.accountId),
    ],
  ),
)

/** Who cultivates somebody, and who introduces them; from when until when. */
export const applicantContacts = unitTable(
  'applicant_contacts',
  {
    applicantId: uuid('applicant_id').notNull(),
    role: text('role', { enum: ['contact', 'introducer'] }).notNull(),
    memberId: uuid('member_id').notNull(),
    from: date('from_day').notNull(),
    until: date('until_day'),
  },
  (self) => [
    withinUnit(self, self.applicantId, applicants),
    withinUnit(self, self.memberId, members),
    index('applicant_contacts_by_applicant').on(self.unitId, self.applicantId),
    index('applicant_contacts_by_member').on(self.memberId),
  ],
)

/** The chronicle beside the decisions of the case. A trigger keeps it from being rewritten. */
export const applicantEntries = unitTable(
  'applicant_entries',
  {
    applicantId: uuid('applicant_id').notNull(),
    kind: text('kind', {
      enum: [
        'inspection',
        'thought',
        'training',
        'service',
        'points',
        'vote',
        'notice',
        'contacts',
        'opinion',
        'moved',
        'account',
        'activity',
        'recommendation',
        'selection',
        'review',
        'exit',
        'corrected',
        'task',
        'subject',
      ],
    }).notNull(),
    on: date('on_day').notNull(),
    text: text('text').notNull(),
    minutes: integer('minutes').notNull().default(0),
    points: integer('points').notNull().default(0),
    facts: jsonb('facts').$type<Readonly<Record<string, number | string>>>().notNull().default({}),
    formId: uuid('form_id').notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.applicantId, applicants),
    unique('applicant_entries_once').on(self.unitId, self.formId),
    index('applicant_entries_by_applicant').on(self.unitId, self.applicantId, self.on),
  ],
)

/** What somebody is asked to practise, and what those who cultivate them have taken on. */
export const applicantTasks = unitTable(
  'applicant_tasks',
  {
    applicantId: uuid('applicant_id').notNull(),
    owner: text('owner', { enum: ['applicant', 'contact', 'branch', 'committee'] }).notNull(),
    title: text('title').notNull(),
    dueOn: date('due_on').notNull(),
    doneOn: date('done_on'),
    result: text('result').notNull().default(''),
    doneByName: text('done_by_name').notNull().default(''),
    formId: uuid('form_id').notNull(),
    sequence: smallint('sequence').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.applicantId, applicants),
    unique('applicant_tasks_once').on(self.unitId, self.formId, self.sequence),
    index('applicant_tasks_by_applicant').on(self.unitId, self.applicantId, self.dueOn),
  ],
)

/** Whom a political review looks at: the applicant and those close to them. Names and findings are sealed. */
export const reviewSubjects = unitTable(
  'review_subjects',
  {
    applicantId: uuid('applicant_id').notNull(),
    relation: text('relation', {
      enum: ['self', 'spouse', 'father', 'mother', 'child', 'sibling', 'inLaw', 'other'],
    }).notNull(),
    way: text('way', { enum: ['talk', 'archive', 'letter', 'visit'] }).notNull(),
    nameSealed: text('name_sealed').notNull(),
    askedOn: date('asked_on').notNull(),
    askedOf: text('asked_of').notNull(),
    repliedOn: date('replied_on'),
    finding: text('finding', { enum: ['clear', 'doubt'] }),
    replySealed: text('reply_sealed'),
    formId: uuid('form_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.applicantId, applicants),
    unique('review_subjects_once').on(self.unitId, self.formId),
    index('review_subjects_by_applicant').on(self.unitId, self.applicantId),
  ],
)

/** A branch went through everybody in reserve. */
export const poolReviews = followTree(
  unitTable(
    'pool_reviews',
    {
      organizationId: uuid('organization_id').notNull(),
      path: pathText('path').notNull(),
      on: date('on_day').notNull(),
      kept: integer('kept').notNull(),
      left: integer('left_count').notNull(),
      formId: uuid('form_id').notNull(),
      byName: text('by_name').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
    },
    (self) => [
      withinUnit(self, self.organizationId, organizations),
      unique('pool_reviews_once').on(self.unitId, self.formId),
      index('pool_reviews_by_path').on(self.path, self.on),
    ],
  ),
)

/** How a place does what the rules leave to it: it holds there and below until a lower one says its own. */
export const admissionPractices = unitTable(
  'admission_practices',
  {
    organizationId: uuid('organization_id').notNull(),
    guideline: text('guideline').notNull(),
    recommendations: jsonb('recommendations').$type<readonly string[]>().notNull(),
    /** Whether nobody becomes an activist without all of them and a selection by vote. */
    isRecommended: boolean('is_recommended').notNull(),
    duties: jsonb('duties')
      .$type<readonly { readonly owner: TaskOwner; readonly title: string }[]>()
      .notNull(),
    departments: jsonb('departments')
      .$type<
        readonly { readonly name: string; readonly question: string; readonly isVeto: boolean }[]
      >()
      .notNull(),
    abilities: jsonb('abilities').$type<readonly string[]>().notNull(),
    version: integer('version').notNull(),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    unique('admission_practices_once').on(self.unitId, self.organizationId),
  ],
)

type TaskOwner = 'applicant' | 'contact' | 'branch' | 'committee'

/** A notice that everybody who has the address may read until its last day. */
export const applicantNotices = unitTable(
  'applicant_notices',
  {
    applicantId: uuid('applicant_id').notNull(),
    /** 256 random bits. */
    code: text('code').notNull(),
    from: date('from_day').notNull(),
    until: date('until_day').notNull(),
    contact: text('contact').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.applicantId, applicants),
    index('applicant_notices_by_code').on(self.code),
    index('applicant_notices_by_applicant').on(self.unitId, self.applicantId),
  ],
)

/** How many an organization and all below it may admit in a year, and of what kind they should be, in per cent. */
export const admissionQuotas = unitTable(
  'admission_quotas',
  {
    organizationId: uuid('organization_id').notNull(),
    year: smallint('year').notNull(),
    persons: integer('persons').notNull(),
    targets: jsonb('targets').$type<Readonly<Record<string, number>>>().notNull().default({}),
    version: integer('version').notNull().default(0),
    byId: uuid('by_id').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    unique('admission_quotas_once').on(self.unitId, self.organizationId, self.year),
  ],
)
