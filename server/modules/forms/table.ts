import type { FormDefinition } from '@zhixing/contract'
import { jsonb } from 'drizzle-orm/pg-core'
import { unitTable } from '../../kernel/tables.ts'

/** Forms never change: their id follows from their wording, so another wording is another row. */
export const forms = unitTable('forms', {
  definition: jsonb('definition').$type<FormDefinition>().notNull(),
})
