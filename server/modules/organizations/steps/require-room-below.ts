import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { childrenMax } from '../rules/kinds.ts'
import { countChildren } from '../store/tree.ts'
import type { Organization } from '../store/tree.ts'

/** Boards show all that lie right below on one page, so there is an end to them; the one above is held still by its caller. */
export async function requireRoomBelow(tx: Db, { id, name }: Organization): Promise<void> {
  if ((await countChildren(tx, id)) >= childrenMax)
    throw conflict('organizations.full', { 上级: name, 上限: childrenMax })
}
