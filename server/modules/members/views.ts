import { contract } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { missing } from '../../kernel/problem.ts'
import { ownView } from '../../kernel/view.ts'
import { organizations } from '../organizations/table.ts'
import { members } from './table.ts'

export const me = ownView(contract.members.me, async ({ db, actor }) => {
  const [row] = await db
    .select({
      id: members.id,
      unitId: members.unitId,
      name: members.name,
      organizationName: organizations.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.unitId, actor.unitId), eq(members.id, actor.personId)))
  if (!row) throw missing('members.unknown')
  return row
})
