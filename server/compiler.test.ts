import { contract } from '@zhixing/contract'
import { test } from 'vitest'
import { act } from './kernel/act.ts'
import { newId } from './kernel/ids.ts'
import { ownView, view } from './kernel/view.ts'
import type { Routes } from './kernel/wire.ts'
import { enrol } from './modules/classes/acts/enrol.ts'
import { classes } from './modules/classes/table.ts'
import { listClasses } from './modules/classes/views.ts'

const { enrol: command, list: query } = contract.classes
const empty = { rows: [], total: 0 }
const value = { seatId: newId() }
const done = { value, place: { unitId: newId(), path: '/' }, change: 'none' } as const

/** What the compiler promises. Each mistake below must stay one: `tsc` fails when it is accepted. */
// oxlint-disable-next-line vitest/expect-expect -- the compiler is what is tested
test('these mistakes do not compile', () => {
  const routes: Routes['classes'][] = [
    // @ts-expect-error -- an entry of the contract without implementation
    { list: listClasses },
    // @ts-expect-error -- an implementation under another's name
    { list: enrol, enrol: listClasses },
    // @ts-expect-error -- a plain function, which checks no grant
    { list: listClasses, enrol: async () => value },
    // @ts-expect-error -- a route that the contract does not know
    { list: listClasses, enrol, other: enrol },
  ]
  // @ts-expect-error -- an act that leaves no trace
  act(command, async () => ({ value }))
  // @ts-expect-error -- an answer that is not the contract's
  act(command, async () => ({ ...done, value: { seat: 1 } }))
  // @ts-expect-error -- a query that acts
  act(query, async () => ({ ...done, value: empty }))
  // @ts-expect-error -- a view of others without a grant
  view(contract.members.me, async () => ({ id: '', unitId: '', name: '', organizationName: '' }))
  // @ts-expect-error -- a view of oneself that needs a grant
  ownView(query, async () => empty)
  view(query, async (db) => {
    // @ts-expect-error -- a view that writes
    await db.delete(classes)
    // @ts-expect-error -- a view that writes by a detour
    await db.with().delete(classes)
    return empty
  })
  return routes
})
