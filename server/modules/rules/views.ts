import type { Input } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import { dayOf } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { covers, parentOf, reachOf, rootOf } from '../../kernel/reach.ts'
import { sentenceOf } from '../../kernel/refuse.ts'
import { nobody } from '../../kernel/trace.ts'
import { view } from '../../kernel/view.ts'
import type { Sight } from '../../kernel/view.ts'
import { narrowTo } from '../organizations/index.ts'
import { organizationCounts } from '../organizations/table.ts'
import { catalogue, declaredRule } from './catalogue/index.ts'
import type { Listed } from './catalogue/index.ts'
import { isInForce, isLooser, isShaped, refuseSetting, stateOf, valueInForce } from './rules.ts'
import type { Kept } from './rules.ts'
import { findValues, findValuesBelow } from './store.ts'
import type { Row } from './store.ts'

const keys = catalogue.map(({ key }) => key)

export const listRules = view(
  contract.rules.list,
  async ({ db, now, actor, reach }, { organizationId, day = dayOf(now) }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { id, name, path } = organization
    const byKey = Map.groupBy(await findValuesBelow(db, keys, path), ({ key }) => key)

    const rows = catalogue.map((declared) => {
      const kept = byKey.get(declared.key) ?? []
      const [own, below] = [kept.filter(reaches(path)), kept.filter((row) => !reaches(path)(row))]
      const isOpen = ({ withdrawnOn, until }: Row) => !withdrawnOn && !(until && until <= day)
      return {
        ...wordsOf(declared),
        current: currentOf(declared, own, { path, day }),
        coming: own.filter((row) => row.from > day && isOpen(row)).length,
        below: new Set(below.filter(isOpen).map(({ ownerId }) => ownerId)).size,
      }
    })
    return { organization: { id, name }, day, can: rightsOf(actor, path), rows }
  },
)

export const showRule = view(
  contract.rules.show,
  async ({ db, now, actor, reach }, { organizationId, key }) => {
    const declared = requireDeclared(key)
    const { organization } = await narrowTo(db, reach, organizationId)
    const { id, name, path } = organization
    const kept = await findValues(db, [key], [path])
    const point = { path, day: dayOf(now) }
    const can = rightsOf(actor, path)
    const mayEnd = ({ ownerPath, byId, withdrawnOn }: Row) =>
      !withdrawnOn &&
      (ownerPath
        ? covers(reachOf(actor.appointments, 'rules.tighten'), ownerPath)
        : can.correct && byId !== nobody)

    const entries = kept
      .toSorted((one, other) => other.from.localeCompare(one.from) || +other.at - +one.at)
      .map((row) => ({
        ...datedOf(declared, row),
        id: row.id,
        state: stateOf(declared, kept, row, point),
        at: row.at.toISOString(),
        byName: row.byName,
        withdrawnOn: row.withdrawnOn,
        withdrawReason: row.withdrawReason,
        canWithdraw: mayEnd(row),
      }))
    const current = currentOf(declared, kept, point)
    return { rule: wordsOf(declared), organization: { id, name }, can, current, entries }
  },
)

export const previewRule = view(contract.rules.preview, async (sight, input) => {
  const { db, now, reach } = sight
  const declared = requireDeclared(input.key)
  const { organization } = await narrowTo(db, reach, input.organizationId)
  const root = input.isCorrection ? rootOf(reach) : organization.id
  const path = root === organization.id ? organization.path : `/${root ?? ''}/`
  const kept = await findValuesBelow(db, [input.key], path)

  const point = { path: parentOf(path), day: input.from }
  const above = input.isCorrection ? undefined : valueInForce(declared, kept, point)
  const refusal = refuseSetting(declared, { ...input, today: dayOf(now), above })
  return {
    refusal: refusal ? sentenceOf(conflict(refusal.reason, refusal.words)) : null,
    ...(await affected(sight, root ?? organization.id)),
    overruled: overruledBy(declared, kept, { ...input, path }),
  }
})

type Entry = ReturnType<typeof datedOf>

function currentOf(
  declared: Listed,
  kept: readonly Row[],
  point: { path: string; day: Day },
): Entry {
  const found = valueInForce(declared, kept, point)
  const row = kept.find(({ id }) => id === found?.id)
  if (!row) throw new Error(`no value of ${declared.key} is kept: were the rules seeded?`)
  return datedOf(declared, row)
}

function datedOf(declared: Listed, { value, clause, from, until, ownerId, ownerName, byId }: Row) {
  if (!isShaped(declared, value)) throw new Error(`an unsound value of ${declared.key} is kept`)
  const seed = byId === nobody ? declared.seeds.find((one) => one.from === from) : undefined
  return { value, clause, from, until, ownerId, ownerName, mark: seed?.mark ?? null }
}

/** Organizations below that would have asked for something of their own, and could no longer. */
function overruledBy(
  declared: Listed,
  kept: readonly Kept[],
  {
    value,
    from,
    path,
  }: { value: Input<typeof contract.rules.preview>['value']; from: Day; path: string },
): number {
  const undercut = kept.filter(
    (row) =>
      row.ownerPath?.startsWith(path) &&
      row.ownerPath !== path &&
      isInForce(row, from) &&
      isLooser(declared, row.value, value),
  )
  return new Set(undercut.map(({ ownerPath }) => ownerPath)).size
}

async function affected({ db }: Pick<Sight, 'db'>, id: string) {
  const { organizations, members } = organizationCounts
  const [counts] = await db
    .select({ organizations, members })
    .from(organizationCounts)
    .where(eq(organizationCounts.id, id))
  return counts ?? { organizations: 1, members: 0 }
}

function requireDeclared(key: string): Listed {
  const declared = declaredRule(key)
  if (!declared) throw missing('rules.unknown')
  return declared
}

function wordsOf({ key, name, group, unit, shape, tighter }: Listed) {
  return { key, name, group, unit, shape, tighter }
}

function reaches(path: string) {
  return ({ ownerPath }: Kept) => ownerPath === null || path.startsWith(ownerPath)
}

function rightsOf({ appointments }: Sight['actor'], path: string) {
  return {
    tighten: covers(reachOf(appointments, 'rules.tighten'), path),
    correct: rootOf(reachOf(appointments, 'rules.maintain')) !== undefined,
  }
}
