import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { lockOwn } from '../store/resources.ts'
import type { Resource } from '../store/resources.ts'

type Form = { readonly unitId: string; readonly resourceId: string; readonly version?: number }

/** One's own resource as the form read it, held still; not one that is no longer lent. */
export async function requireOwn(tx: Db, reach: Reach, form: Form): Promise<Resource> {
  const own = await lockOwn(tx, reach, form)
  if (!own) throw missing('resources.unknown')
  if (form.version !== undefined && own.version !== form.version) throw conflict('input.stale')
  if (own.retiredOn) throw conflict('resources.retired', { 名称: own.name, 日期: own.retiredOn })
  return own
}
