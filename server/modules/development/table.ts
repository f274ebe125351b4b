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
