import { contract } from '@zhixing/contract'
import { and, desc, eq, notLike } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { traces } from '../../../kernel/trace.ts'
import { view } from '../../../kernel/view.ts'
import { accounts } from '../../accounts/table.ts'
import { organizations } from '../../organizations/table.ts'
import { sayFields, sayWhat } from '../rules/say-change.ts'
import { findMember } from '../store/members.ts'
import { affiliations } from '../table.ts'

const changesMax = 200

/** Money and care have pages of their own, for those who may read them, and would drown what changed. */
const elsewhere = ['dues.%', 'conduct.%']

export const showHistory = view(contract.members.history, async ({ db, reach }, key) => {
  if (!(await findMember(db, reach, key))) throw missing('members.unknown')
  const { unitId, memberId } = key

  const belonged = await db
    .select({
      organizationName: organizations.name,
      from: affiliations.from,
      until: affiliations.until,
      how: affiliations.how,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(eq(affiliations.unitId, unitId), eq(affiliations.memberId, memberId)))
    .orderBy(desc(affiliations.from), desc(affiliations.id))
  const done = await db
    .select({
      at: traces.at,
      byName: accounts.name,
      command: traces.command,
      before: traces.before,
      after: traces.after,
    })
    .from(traces)
    .leftJoin(accounts, eq(accounts.id, traces.actorId))
    .where(
      and(
        eq(traces.unitId, unitId),
        eq(traces.subject, `member:${memberId}`),
        ...elsewhere.map((command) => notLike(traces.command, command)),
      ),
    )
    .orderBy(desc(traces.at), desc(traces.id))
    .limit(changesMax)

  return {
    affiliations: belonged,
    changes: done.map(({ at, byName, command, before, after }) => ({
      at: at.toISOString(),
      byName: byName ?? '平台',
      command,
      what: sayWhat(command),
      fields: sayFields(before, after),
    })),
  }
})
