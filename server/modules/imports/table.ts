import { boolean, date, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { ImportField } from '@zhixing/contract'
import { pathText, unitTable, withinUnit } from '../../kernel/tables.ts'
import { organizations } from '../organizations/table.ts'

export type ImportColumn = {
  readonly heading: string
  readonly field: ImportField | null
  readonly isMore: boolean
  readonly sample: readonly string[]
}

export type ImportChoice = {
  readonly lines?: readonly number[]
  readonly duplicates: 'skip' | 'overwrite'
  readonly likely: 'skip' | 'add'
}

export type RowFault = { readonly field: ImportField; readonly message: string }

/** One file on its way into the roll. What has been read lies in `import_rows`, so a reload loses nothing. */
export const imports = unitTable(
  'imports',
  {
    organizationId: uuid('organization_id').notNull(),
    path: pathText('path').notNull(),
    fileUnitId: uuid('file_unit_id').notNull(),
    fileId: uuid('file_id').notNull(),
    fileName: text('file_name').notNull(),
    phase: text('phase', {
      enum: [
        'reading',
        'unmapped',
        'checked',
        'committing',
        'done',
        'undoing',
        'undone',
        'failed',
        'discarded',
      ],
    }).notNull(),
    jobId: uuid('job_id'),
    columns: jsonb('columns').$type<readonly ImportColumn[]>().notNull().default([]),
    /** By column, what somebody chose instead of what was guessed. */
    chosen: jsonb('chosen')
      .$type<Readonly<Record<string, ImportField | null>>>()
      .notNull()
      .default({}),
    /** By spelling, the branch somebody chose. */
    branches: jsonb('branches').$type<Readonly<Record<string, string>>>().notNull().default({}),
    /** What was asked for when it was written. */
    choice: jsonb('choice').$type<ImportChoice>(),
    counts: jsonb('counts').$type<Readonly<Record<string, number>>>().notNull().default({}),
    refusedFileId: uuid('refused_file_id'),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    committedAt: timestamp('committed_at', { withTimezone: true }),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (self) => [
    withinUnit(self, self.organizationId, organizations),
    index('imports_by_path').on(self.path, self.at),
  ],
)

/**
 * A line of the file as it would become a member; identifiers are sealed here as they are there. Its id becomes the
 * member's. The columns are those of `members`, so that writing a hundred thousand of them is one statement.
 */
export const importRows = unitTable(
  'import_rows',
  {
    importId: uuid('import_id').notNull(),
    line: integer('line').notNull(),
    organizationId: uuid('organization_id'),
    branch: text('branch').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    sex: text('sex', { enum: ['male', 'female'] }),
    ethnicity: text('ethnicity').notNull(),
    idNumberSealed: text('id_number_sealed'),
    idNumberIndex: text('id_number_index'),
    bornOn: date('born_on'),
    education: text('education').notNull(),
    stage: text('stage', { enum: ['full', 'probationary'] }),
    joinedOn: date('joined_on'),
    confirmedOn: date('confirmed_on'),
    occupation: text('occupation').notNull(),
    employment: text('employment', {
      enum: ['employed', 'farmer', 'student', 'retired', 'unemployed'],
    }).notNull(),
    phoneSealed: text('phone_sealed'),
    phoneIndex: text('phone_index'),
    addressSealed: text('address_sealed'),
    isSuspended: boolean('is_suspended').notNull(),
    lostSince: date('lost_since'),
    floatingSince: date('floating_since'),
    floatingTo: text('floating_to').notNull(),
    more: jsonb('more').$type<Record<string, string>>().notNull(),
    /** Nothing is wrong when there are none. */
    faults: jsonb('faults').$type<readonly RowFault[]>(),
    /** Somebody on the roll with the same number, or with the same name and birth. */
    duplicateOf: uuid('duplicate_of'),
    duplicateHow: text('duplicate_how', { enum: ['sameId', 'samePerson'] }),
    /** The cells as they were, sealed, of rows that may be handed back. */
    rawSealed: text('raw_sealed'),
    /** The member's row before it was overwritten. */
    before: jsonb('before'),
    /** Why an undo left it alone. */
    keptBecause: text('kept_because'),
  },
  (self) => [
    // No foreign key: a hundred thousand of them would be looked up, and rows come and go with their import alone.
    index('import_rows_by_line').on(self.importId, self.line),
  ],
)
