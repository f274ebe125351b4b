import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { endMemberPosts, limitRights, readmitMember, removeMember } from '../../members/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { effectOf, isInForce, refuseMonths, sanctionRules } from '../rules/sanction.ts'
import type { SanctionKind } from '../rules/sanction.ts'
import { requireDay, requirePerson } from '../steps/require.ts'
import {
  changeSanction,
  findSanctionByForm,
  findSanctions,
  keepSanction,
  lockSanction,
} from '../store/registers.ts'
import type { Sanction } from '../store/registers.ts'

/** An act, because looking into the register leaves a trace. */
export const sanctions = act(
  contract.conduct.sanctions,
  async ({ tx, now, reach, vault, actor }, { organizationId, page, size }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    const { unitId, path } = organization
    const found = await findSanctions(tx, { path, reader: actor, page, size })
    const day = dayOf(now)
    return {
      value: {
        total: found.total,
        rows: found.rows.map(({ sanction, name, organizationName }) => {
          const { id: sanctionId, reasonSealed, ...row } = sanction
          const reason = vault.open(reasonSealed)
          return {
            ...row,
            sanctionId,
            name,
            organizationName,
            reason,
            isInForce: isInForce(row, day),
          }
        }),
      },
      place: { unitId, path },
      change: {
        subject: `sanctions:${organizationId}`,
        after: { seen: found.rows.map(({ sanction }) => sanction.id) },
      },
    }
  },
)

/** Decided elsewhere, registered here with what follows from it. */
export const sanction = act(contract.conduct.sanction, async (scene, input) => {
  const { tx, now, actor, vault } = scene
  const { unitId, memberId, formId, kind, from, months, reason, ...papers } = input
  const known = await findSanctionByForm(tx, unitId, formId)
  if (known)
    return {
      value: { unitId, sanctionId: known.id, until: known.until },
      place: known,
      change: 'none',
    }
  const { member, path } = await requirePerson(scene, { unitId, memberId })
  requireDay(from, now)
  const odd = refuseMonths(kind, months)
  if (odd) throw conflict(odd.reason)
  const ruleKey = sanctionRules[kind]
  const rule = ruleKey ? await ruleAt(tx, ruleKey, { path, day: from }) : undefined
  const effect = effectOf({ kind, from, months }, rule?.value ?? null)
  const id = newId()
  const where = { unitId, organizationId: member.organizationId, path }
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const facts = { kind, from, ...papers, ...effect, clause: rule?.clause ?? expelled }
  const row = { ...where, ...by, ...facts, id, formId, memberId, reasonSealed: vault.seal(reason) }
  await keepSanction(tx, row)
  await apply(tx, { unitId, memberId, kind, from, votelessUntil: effect.votelessUntil })
  return {
    value: { unitId, sanctionId: id, until: effect.until },
    place: where,
    change: { subject: `sanction:${id}`, after: { memberId, kind, from, until: effect.until } },
  }
})

const expelled = '《中国共产党纪律处分条例》第十三条'

type Applied = {
  readonly unitId: string
  readonly memberId: string
  readonly kind: SanctionKind
  readonly from: Day
  readonly votelessUntil: Day | null
}

/** The roll knows who has no vote, and not why. */
async function apply(tx: Db, { kind, from, votelessUntil, ...key }: Applied): Promise<void> {
  if (kind === 'removal' || kind === 'probation') await endMemberPosts(tx, key, from)
  if (kind === 'probation' && votelessUntil)
    await limitRights(tx, key, { from, until: votelessUntil })
  if (kind === 'expulsion') await removeMember(tx, key, { on: from, because: 'expelled' })
}

/** Rights come back after the time; or it should never have been, and what it did is undone. */
export const endSanction = act(contract.conduct.endSanction, async (scene, input) => {
  const { tx, now, reach, actor } = scene
  const { unitId, sanctionId, version, how, on, reason } = input
  const found = await lockSanction(tx, reach, unitId, sanctionId)
  if (!found || found.memberId === actor.memberId) throw missing('conduct.sanctionUnknown')
  if (found.version !== version) throw conflict('input.stale')
  if (found.endedOn) throw conflict('conduct.sanctionEnded')
  requireDay(on, now, found.from)
  if (how === 'lifted' && found.votelessUntil && on < found.votelessUntil)
    throw conflict('conduct.sanctionRunning', { 日期: found.votelessUntil })
  await undo(tx, found, { how, on })
  const ended = { endedOn: on, endedHow: how, endedReason: reason }
  return {
    value: { version: await changeSanction(tx, found, ended) },
    place: found,
    change: { subject: `sanction:${found.id}`, after: ended },
  }
})

async function undo(
  tx: Db,
  { kind, ...key }: Sanction,
  { how, on }: { readonly how: 'lifted' | 'annulled'; readonly on: Day },
): Promise<void> {
  if (kind === 'probation') await limitRights(tx, key, null)
  if (kind === 'expulsion' && how === 'annulled') await readmitMember(tx, key, on)
}
