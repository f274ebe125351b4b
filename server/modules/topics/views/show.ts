import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { findLearners, tallyBranches } from '../catalogue/studied.ts'
import { byChild, narrowed, sumOf } from '../rules.ts'
import { findTopic } from '../store.ts'
import { topicStates } from './topics.ts'

/** One level of the tree: what each organization right below has come to. */
export const showTopic = view(contract.topics.show, async ({ db, now, actor, reach }, asked) => {
  const { found, organization, scope } = await sceneOf({ db, now, reach }, asked)
  const branches = await tallyBranches(db, scope)
  const children = await db
    .select({
      organizationId: organizations.id,
      name: organizations.name,
      path: organizations.path,
      kind: organizations.kind,
    })
    .from(organizations)
    .where(and(eq(organizations.parentId, organization.id), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
  const [state] = await topicStates(db, [found])
  if (!state) throw missing('topics.unknown')
  return {
    ...state,
    tally: sumOf(branches),
    organizationName: organization.name,
    isBranch: isBranch(organization.kind),
    canPush: covers(reachOf(actor.appointments, 'topics.push'), organization.path),
    rows: isBranch(organization.kind)
      ? []
      : byChild(children, branches).map((row) => ({ ...row, isBranch: isBranch(row.kind) })),
  }
})

export const listPeople = view(contract.topics.people, async ({ db, now, reach }, asked) => {
  const { scope } = await sceneOf({ db, now, reach }, asked)
  return findLearners(db, scope, asked)
})

type From = { readonly db: Reader; readonly now: Date; readonly reach: Reach }
type Asked = { readonly topicId: string; readonly organizationId: string }

async function sceneOf({ db, now, reach }: From, { topicId, organizationId }: Asked) {
  const { organization } = await narrowTo(db, reach, organizationId)
  const found = await findTopic(db, topicId)
  const paths = found ? narrowed(found.audience, organization.path) : []
  if (!found || paths.length === 0) throw missing('topics.unknown')
  return { found, organization, scope: { topicId, paths, day: dayOf(now) } }
}
