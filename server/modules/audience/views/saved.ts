import { contract } from '@zhixing/contract'
import { asc, eq } from 'drizzle-orm'
import { covers, inLineWith, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { sayAudience } from '../rules.ts'
import { savedAudiences } from '../table.ts'

/** What was saved here, below, and by those above, who share with everybody below them. */
export const listSaved = view(
  contract.audience.saved,
  async (sight, { organizationId, page, size }) => {
    const { db, reach, actor } = sight
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const here = inLineWith(path, savedAudiences.path)
    const rows = await db
      .select({ saved: savedAudiences, organizationName: organizations.name })
      .from(savedAudiences)
      .innerJoin(organizations, eq(organizations.id, savedAudiences.organizationId))
      .where(here)
      .orderBy(asc(savedAudiences.path), asc(savedAudiences.name), asc(savedAudiences.id))
      .limit(size)
      .offset((page - 1) * size)
    const own = reachOf(actor.appointments, 'audience.save')
    return {
      total: await db.$count(savedAudiences, here),
      rows: rows.map(({ saved, organizationName }) => ({
        unitId: saved.unitId,
        audienceId: saved.id,
        name: saved.name,
        audience: saved.audience,
        sentence: sayAudience(saved.audience),
        organizationId: saved.organizationId,
        organizationName,
        version: saved.version,
        isOwn: covers(own, saved.path),
      })),
    }
  },
)
