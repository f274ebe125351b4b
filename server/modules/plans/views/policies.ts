import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { carriersOf } from '../catalogue/basis.ts'
import { findPolicies } from '../store/policies.ts'
import type { Policy } from '../store/policies.ts'

/** Of a task that every branch carries out, the first plans are named; a document holds sixty tasks at most. */
const carriersMost = 5

/** The library as it binds a place: every document with its period, its tasks, and the plans that carry them out. */
export const listPolicies = view(
  contract.policies.list,
  async ({ db, now, reach, actor }, { organizationId, all, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const found = await findPolicies(db, path)
    const ids = found.map(({ policy }) => policy.id)
    const carriers = (await carriersOf(db, ids)).filter(
      (one) => one.path.startsWith(path) || path.startsWith(one.path),
    )
    const files = await filesOf(
      db,
      ids.map((id) => `policy:${id}`),
    )
    const rows = found.map(({ policy, organizationName }) => ({
      policy,
      organizationName,
      state: stateOf(policy, day),
      carriedOut: carriers.filter(({ policyId }) => policyId === policy.id),
    }))
    const inForce = rows.filter(({ state }) => state === 'inForce')
    const tasks = inForce.flatMap(({ policy, carriedOut }) =>
      policy.tasks.map(({ id }) => carriedOut.some(({ taskId }) => taskId === id)),
    )
    const listed = rows.filter(({ state }) => all || state !== 'past')
    return {
      tasks: tasks.length,
      open: tasks.filter((isCarried) => !isCarried).length,
      canKeep: covers(reachOf(actor.appointments, 'policies.keep'), path),
      total: listed.length,
      rows: listed
        .slice((page - 1) * size, page * size)
        .map(({ policy, organizationName, state, carriedOut }) => {
          const { id, tasks: own, earlier, path: _, at: __, byId: ___, ...facts } = policy
          return {
            ...facts,
            policyId: id,
            tasks: [...own],
            organizationName,
            isOwn: policy.path === path,
            state,
            files: files.get(`policy:${id}`) ?? [],
            carriers: carriedOut.length,
            carriedOut: [...Map.groupBy(carriedOut, ({ taskId }) => taskId).values()]
              .flatMap((some) => some.slice(0, carriersMost))
              .map(({ path: ____, policyId: _____, ...one }) => one),
            earlier: earlier.map(({ edition, title, from, replacedOn }) => ({
              edition,
              title,
              from,
              replacedOn,
            })),
          }
        }),
    }
  },
)

function stateOf({ from, until }: Policy, day: string): 'coming' | 'inForce' | 'past' {
  if (day < from) return 'coming'
  return until !== null && day > until ? 'past' : 'inForce'
}
