import { contract } from '@zhixing/contract'
import { asc } from 'drizzle-orm'
import { within } from '../../kernel/reach.ts'
import { view } from '../../kernel/view.ts'
import { organizations } from './table.ts'

export const listOrganizations = view(
  contract.organizations.list,
  async ({ db, reach }, { page, size }) => {
    const chosen = within(reach, organizations.path)
    const rows = await db
      .select()
      .from(organizations)
      .where(chosen)
      .orderBy(asc(organizations.path))
      .limit(size)
      .offset((page - 1) * size)

    return { total: await db.$count(organizations, chosen), rows }
  },
)
