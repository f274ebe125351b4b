import { index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { followTree, pathText, unitTable } from '../../kernel/tables.ts'

/** A stored file. Until it is attached to something, only its uploader can see it. */
export const files = followTree(
  unitTable(
    'files',
    {
      path: pathText('path').notNull(),
      name: text('name').notNull(),
      mediaType: text('media_type').notNull(),
      bytes: integer('bytes').notNull(),
      sha256: text('sha256').notNull(),
      /** What it hangs on, "activity:<id>"; empty while it hangs on nothing. */
      subject: text('subject').notNull().default(''),
      uploadedBy: uuid('uploaded_by').notNull(),
      at: timestamp('at', { withTimezone: true }).notNull(),
      removedAt: timestamp('removed_at', { withTimezone: true }),
    },
    (self) => [index('files_by_subject').on(self.subject)],
  ),
)
