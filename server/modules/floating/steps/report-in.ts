import { unlessBroken } from '../../../kernel/constraint.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findById, isBranch } from '../../organizations/index.ts'
import { findOpenCheckIn, keepCheckIn } from '../store/check-ins.ts'
import type { lockPerson } from '../store/people.ts'

type Found = NonNullable<Awaited<ReturnType<typeof lockPerson>>>
type Wanted = {
  readonly hostId: string
  readonly note: string
  readonly phoneSealed: string | null
  readonly isByMember: boolean
  readonly byId: string
}

/** To any branch of the platform, once at a time: reporting in is how somebody comes to be known there. */
export async function reportInAt(
  { tx, now }: { readonly tx: Db; readonly now: Date },
  { member }: Found,
  wanted: Wanted,
) {
  const { unitId, id: memberId, name } = member
  if (member.floatingSince === null) throw conflict('floating.notFloating', { 姓名: name })
  const host = await findById(tx, wanted.hostId)
  if (!host || !isBranch(host.kind) || host.dissolvedOn) throw conflict('floating.hostUnknown')
  if (host.id === member.organizationId) throw conflict('floating.hostIsHome')
  const before = await findOpenCheckIn(tx, { unitId, memberId })
  if (before) throw conflict('floating.checkedIn', { 支部: before.hostName })

  const id = newId()
  const { path, name: hostName } = host
  const row = { ...wanted, id, unitId, memberId, path, hostName, state: 'reported' } as const
  await unlessBroken(
    keepCheckIn(tx, { ...row, reportedAt: now }),
    'floating_check_ins_one_open',
    conflict('floating.checkedIn', { 支部: hostName }),
  )
  return { id, hostName }
}
