import type { Application } from '@zhixing/contract'
import type { Db } from '../../../kernel/db.ts'
import { keepClass } from '../store/classes.ts'
import { factsOf } from './facts.ts'

type Draft = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly classId: string
  readonly application: Application
  readonly by: { readonly accountId: string; readonly name: string }
  readonly now: Date
}

/** An application that somebody still has to complete and hand in; its budget is judged then. Twice is once. */
export async function draftClass(
  tx: Db,
  { classId, application, by, now, ...place }: Draft,
): Promise<void> {
  const author = { byId: by.accountId, byName: by.name, at: now }
  await keepClass(tx, { ...place, ...factsOf(application), ...author, id: classId, state: 'draft' })
}
