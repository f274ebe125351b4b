import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { forms } from '../../forms/table.ts'

/** What the polls ask, by the id of the form. */
export async function findWordings(db: Reader, unitId: string, formIds: readonly string[]) {
  const rows = await db
    .select({ id: forms.id, definition: forms.definition })
    .from(forms)
    .where(and(eq(forms.unitId, unitId), oneOf(forms.id, formIds)))
  return new Map(rows.map(({ id, definition }) => [id, definition]))
}
