import type { Db } from '../../../kernel/db.ts'
import { sendNotice } from '../../notices/index.ts'
import type { ConductCase } from '../store/cases.ts'

type By = { readonly accountId: string; readonly name: string }
type Told = { readonly what: string; readonly title: string; readonly body: string }

/** Tells the one concerned that there is something to read; what it says stands on their own page, not in the notice. */
export async function tellConcerned(
  { tx, now, actor }: { readonly tx: Db; readonly now: Date; readonly actor: By },
  { unitId, path, id, memberId }: Pick<ConductCase, 'unitId' | 'path' | 'id' | 'memberId'>,
  { what, title, body }: Told,
): Promise<void> {
  await sendNotice(tx, {
    unitId,
    path,
    key: `conduct:${id}:${what}`,
    kind: 'conduct',
    from: actor.name,
    fromId: actor.accountId,
    title,
    body,
    link: '/conduct',
    personIds: [memberId],
    now,
  })
}
