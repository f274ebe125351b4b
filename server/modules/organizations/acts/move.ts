import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { parentOf } from '../../../kernel/reach.ts'
import { snapshotOf } from '../rules/history.ts'
import { kindWords, pathBelow } from '../rules/kinds.ts'
import { refuseMove } from '../rules/move.ts'
import { requireRoomBelow } from '../steps/require-room-below.ts'
import { adjustCounts, countsOf, negated } from '../store/counts.ts'
import {
  findById,
  isNameTaken,
  keepChange,
  lockOrganization,
  lockTree,
  rehome,
  updateOrganization,
} from '../store/tree.ts'

/** A subtree goes below another parent of the same unit, with its counts and everything that keeps its path. */
export const move = act(
  contract.organizations.move,
  async ({ tx, now, actor, reach }, { organizationId, parentId, version, reason }) => {
    const found = await findWithin({ tx, reach }, organizationId)
    await lockTree(tx, found.unitId)
    const before = await findWithin({ tx, reach }, organizationId)
    const parent = await findWithin({ tx, reach }, parentId)
    if (before.version !== version) throw conflict('input.stale')

    const refusal = refuseMove(before, parent)
    if (refusal) throw conflict(refusal, wordsOf(before, parent))
    await requireRoomBelow(tx, parent)
    if (await isNameTaken(tx, { parentId, name: before.name }))
      throw conflict('organizations.nameTaken', { 上级: parent.name, 名称: before.name })

    const path = pathBelow(parent.path, organizationId)
    const counts = await countsOf(tx, organizationId)
    await adjustCounts(tx, parentOf(before.path), negated(counts))
    await adjustCounts(tx, parent.path, counts)
    const moved = await rehome(tx, before.path, path)
    await updateOrganization(tx, organizationId, { parentId })

    const old = before.parentId ? await findById(tx, before.parentId) : undefined
    const by = { byId: actor.accountId, at: now, reason }
    await keepChange(tx, {
      organizationId,
      what: 'moved',
      day: dayOf(now),
      before: snapshotOf(before, old?.name ?? null),
      after: snapshotOf({ ...before, parentId }, parent.name),
      ...by,
    })
    return {
      value: { version: version + 1, moved },
      place: { unitId: before.unitId, path },
      change: {
        subject: `organization:${organizationId}`,
        before: { path: before.path },
        after: { path, reason },
      },
    }
  },
)

type Scene = Parameters<Parameters<typeof act>[1]>[0]

async function findWithin({ tx, reach }: Pick<Scene, 'tx' | 'reach'>, id: string) {
  const row = await lockOrganization(tx, reach, id)
  if (!row) throw missing('organizations.unknown')
  return row
}

type Row = Awaited<ReturnType<typeof findWithin>>

function wordsOf(before: Row, parent: Row) {
  const 日期 = before.dissolvedOn ?? parent.dissolvedOn ?? ''
  return { ...kindWords(parent.kind, before.kind), 日期 }
}
