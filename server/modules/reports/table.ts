import {
  date,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

/** A number in the text, by what it measures. */
export type Token = { readonly metric: string; readonly from: string; readonly to: string }

export type Block = {
  readonly level: 'chapter' | 'section' | 'item' | 'point' | 'text'
  readonly pieces: readonly (string | Token)[]
}

/** What a figure said when the report was signed, and the digest of the rows it was made of. */
export type SignedFigure = Token & {
  readonly text: string
  readonly value: number | null
  readonly digest: string
}

/** One yearly report of one organization, as it stands now. Who signed what is kept beside it. */
export const reports = unitTable(
  'reports',
  {
    organizationId: uuid('organization_id').notNull(),
    year: smallint('year').notNull(),
    title: text('title').notNull(),
    recipients: jsonb('recipients').$type<readonly string[]>().notNull(),
    issuer: text('issuer').notNull(),
    blocks: jsonb('blocks').$type<readonly Block[]>().notNull(),
    draftedBy: uuid('drafted_by').notNull(),
    draftedAt: timestamp('drafted_at', { withTimezone: true }).notNull(),
    editedBy: uuid('edited_by').notNull(),
    editedAt: timestamp('edited_at', { withTimezone: true }).notNull(),
    version: integer('version').notNull().default(0),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    unique('reports_once').on(self.unitId, self.organizationId, self.year),
  ],
)

/** What was signed, word for word and number for number; never changed afterwards. */
export const reportSignatures = unitTable(
  'report_signatures',
  {
    reportId: uuid('report_id').notNull(),
    /** The version of the report that was signed. */
    version: integer('version').notNull(),
    title: text('title').notNull(),
    recipients: jsonb('recipients').$type<readonly string[]>().notNull(),
    issuer: text('issuer').notNull(),
    day: date('day').notNull(),
    blocks: jsonb('blocks').$type<readonly Block[]>().notNull(),
    figures: jsonb('figures').$type<readonly SignedFigure[]>().notNull(),
    signedBy: uuid('signed_by').notNull(),
    signedByName: text('signed_by_name').notNull(),
    signedAt: timestamp('signed_at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.reportId, reports),
    index('report_signatures_by_report').on(self.reportId, self.signedAt),
  ],
)

/** A signed report handed to the organization above. */
export const reportSubmissions = unitTable(
  'report_submissions',
  {
    signatureId: uuid('signature_id').notNull(),
    toOrganizationId: uuid('to_organization_id').notNull(),
    toName: text('to_name').notNull(),
    submittedBy: uuid('submitted_by').notNull(),
    submittedByName: text('submitted_by_name').notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }).notNull(),
  },
  (self) => [
    withinUnit(self, self.signatureId, reportSignatures),
    unique('report_submissions_once').on(self.unitId, self.signatureId),
  ],
)
