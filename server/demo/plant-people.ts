import { dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import type { Vault } from '../kernel/vault.ts'
import { affiliations, excuses, members, posts } from '../modules/members/table.ts'
import { snapshotOf } from '../modules/organizations/index.ts'
import {
  committeeTerms,
  organizationChanges,
  organizationCounts,
  organizations,
} from '../modules/organizations/table.ts'
import { leaderRows } from './leaders.ts'
import { excuseRows, memberRow, postRows, termRow } from './population.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }

export async function plantTree(
  { tx, now }: Scene,
  { organizations: all, branches }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const numbered = all.map((row) => ({ ...row, nameKey: nameKeyOf(row.name) }))
  await insertAll(tx, organizations, numbered)
  const nameOf = new Map(all.map(({ id, name }) => [id, name]))
  await insertAll(
    tx,
    organizationChanges,
    all.map((row) => ({
      organizationId: row.id,
      day: row.foundedOn,
      what: 'founded' as const,
      after: snapshotOf({ code: null, ...row }, nameOf.get(row.parentId ?? '') ?? null),
      byId: newId(),
      at: now,
    })),
  )
  await insertAll(
    tx,
    committeeTerms,
    filled.map((one) => termRow(one, now)),
  )

  await insertAll(tx, committeeTerms, leaderRows(all, filled, now).terms)
  await insertAll(tx, organizationCounts, countsOf(all, branches, filled))
}

export async function plantPeople(
  { tx, now, vault }: Scene,
  { organizations: all }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const today = dayOf(now)
  const people = filled.flatMap((one) => one.people)
  await insertAll(
    tx,
    members,
    people.map((person) => memberRow(person, vault, nameKeyOf(person.name))),
  )
  await insertAll(
    tx,
    affiliations,
    people.map(({ id: memberId, unitId, organizationId, arrivedOn: from }) => ({
      id: newId(),
      unitId,
      memberId,
      organizationId,
      from,
      how: 'registered' as const,
    })),
  )
  await insertAll(
    tx,
    posts,
    filled.flatMap((one) => postRows(one, now)),
  )
  await insertAll(tx, posts, leaderRows(all, filled, now).posts)
  await insertAll(
    tx,
    excuses,
    filled.flatMap((one) => excuseRows(one, today)),
  )
}

/** Every organization counts itself and all below it; an id is found in the path of each that lies below. */
function countsOf(
  all: readonly DemoOrganization[],
  branches: readonly DemoOrganization[],
  filled: readonly DemoBranch[],
) {
  const counts = new Map(
    all.map(({ id }) => [id, { id, members: 0, probationary: 0, branches: 0, organizations: 0 }]),
  )
  const add = (path: string, delta: Partial<Record<Count, number>>) => {
    for (const id of path.split('/')) {
      const count = counts.get(id)
      if (count) for (const key of countKeys) count[key] += delta[key] ?? 0
    }
  }
  for (const { path } of all) add(path, { organizations: 1 })
  for (const { path } of branches) add(path, { branches: 1 })
  for (const { branch, people } of filled) {
    const probationary = people.filter(({ stage }) => stage === 'probationary').length
    add(branch.path, { members: people.length, probationary })
  }
  return [...counts.values()]
}

const countKeys = ['members', 'probationary', 'branches', 'organizations'] as const
type Count = (typeof countKeys)[number]
