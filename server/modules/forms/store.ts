import type { FormDefinition } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { idOf } from '../../kernel/ids.ts'
import { forms } from './table.ts'

export type FormKey = { readonly unitId: string; readonly formId: string }

export async function keepDefinition(
  tx: Db,
  unitId: string,
  definition: FormDefinition,
): Promise<FormKey> {
  const formId = idOf(`${unitId} ${JSON.stringify(definition)}`)
  await tx.insert(forms).values({ unitId, id: formId, definition }).onConflictDoNothing()
  return { unitId, formId }
}

export async function findDefinition(
  db: Reader,
  { unitId, formId }: FormKey,
): Promise<FormDefinition | undefined> {
  const [found] = await db
    .select({ definition: forms.definition })
    .from(forms)
    .where(and(eq(forms.unitId, unitId), eq(forms.id, formId)))
  return found?.definition
}
