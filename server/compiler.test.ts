import { contract } from '@zhixing/contract'
import { test } from 'vitest'
import { act, openAct, ownAct } from './kernel/act.ts'
import { newId } from './kernel/ids.ts'
import { ownView, view } from './kernel/view.ts'
import type { Routes } from './kernel/wire.ts'
import { found } from './modules/organizations/acts/found.ts'
import { organizations } from './modules/organizations/table.ts'
import { listOrganizations } from './modules/organizations/views/list.ts'

const { found: command, list: query } = contract.organizations
const empty = { rows: [], total: 0 }
const value = { organizationId: newId() }
const done = { value, place: { unitId: newId(), path: '/' }, change: 'none' } as const

type Pair = Pick<Routes['organizations'], 'list' | 'found'>

/** What the compiler promises. Each mistake below must stay one: `tsc` fails when it is accepted. */
// oxlint-disable-next-line vitest/expect-expect -- the compiler is what is tested
test('these mistakes do not compile', () => {
  const routes: Pair[] = [
    // @ts-expect-error -- an entry of the contract without implementation
    { list: listOrganizations },
    // @ts-expect-error -- an implementation under another's name
    { list: found, found: listOrganizations },
    // @ts-expect-error -- a plain function, which checks no grant
    { list: listOrganizations, found: async () => value },
    // @ts-expect-error -- a route that the contract does not know
    { list: listOrganizations, found, other: found },
  ]
  // @ts-expect-error -- an act that leaves no trace
  act(command, async () => ({ value }))
  // @ts-expect-error -- an answer that is not the contract's
  act(command, async () => ({ ...done, value: { id: 1 } }))
  // @ts-expect-error -- a query that acts
  act(query, async () => ({ ...done, value: empty }))
  // @ts-expect-error -- an act about oneself that needs a grant
  ownAct(command, async () => done)
  // @ts-expect-error -- an act for anybody that needs a grant
  openAct(command, async () => done)
  // @ts-expect-error -- a view of others without a grant
  view(contract.members.me, async () => ({ id: '', unitId: '', name: '', organizationName: '' }))
  // @ts-expect-error -- a view of oneself that needs a grant
  ownView(query, async () => empty)
  view(query, async ({ db }) => {
    // @ts-expect-error -- a view that writes
    await db.delete(organizations)
    // @ts-expect-error -- a view that writes by a detour
    await db.with().delete(organizations)
    return empty
  })
  return routes
})
