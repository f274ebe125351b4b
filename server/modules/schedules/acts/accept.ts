import { contract } from '@zhixing/contract'
import type { PlanFacts } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { monthOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { monthDay } from '../../../kernel/words.ts'
import { planMeeting } from '../../activities/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import type { Draft } from '../catalogue/drafts.ts'
import { proposalFor } from '../catalogue/proposal.ts'
import { branchesAt } from '../catalogue/scope.ts'
import { plannedOf } from '../catalogue/taken.ts'
import { momentOf } from '../rules/slots.ts'
import type { Slot } from '../rules/slots.ts'

/** All of them or none: worked out again as it stands now, because somebody may have planned meanwhile. */
export const accept = act(
  contract.schedules.accept,
  async ({ tx, now, actor, reach }, { organizationId, from, until, lines }) => {
    const { organization, reach: below } = await narrowTo(tx, reach, organizationId)
    const { unitId, path } = organization
    const branches = await branchesAt(tx, { organization, below, now })
    const known = await plannedOf(
      tx,
      branches.map(({ id }) => id),
      lines.map(({ activityId }) => activityId),
    )
    const wanted = lines.filter(({ activityId }) => !known.has(activityId))
    const place = { unitId, path }
    if (wanted.length === 0) return { value: { planned: lines.length }, place, change: 'none' }

    const moves = wanted.map(
      ({ key, on, at, place: room }) => [key, { day: on, clock: at, place: room }] as const,
    )
    const moved = new Map(moves)
    const isLeftOut = (key: string) => !moved.has(key)
    const { lines: arranged, drafts } = await proposalFor(tx, {
      from,
      until,
      path,
      branches,
      moved,
      isLeftOut,
      now,
    })
    const byKey = new Map(arranged.map((one) => [one.line.key, one]))
    const draftOf = new Map(drafts.map((one) => [one.key, one]))
    for (const { key, activityId } of wanted) {
      const found = byKey.get(key)
      const draft = draftOf.get(key)
      if (!found || !draft) throw conflict('schedules.gone', { 名称: nameOf(key, branches) })
      if (found.clash !== '')
        throw conflict('schedules.clash', {
          支部: draft.owed.organizationName,
          活动: draft.title,
          时间: `${monthDay(found.slot.day)} ${found.slot.clock}`,
          原因: found.clash,
        })
      const { owed } = draft
      const words = wordsOf(draft, found.slot, {
        place: found.place,
        hostName: draft.hostName || actor.name,
      })
      const by = actor.accountId
      // One after another: each is judged with those before it in place.
      // oxlint-disable-next-line no-await-in-loop
      await planMeeting(tx, {
        activityId,
        branch: owed.branch,
        kind: owed.kind.key,
        groupId: owed.groupId,
        words,
        by,
        now,
      })
    }
    const after = wanted.map(({ key, activityId, on, at }) => ({ key, activityId, on, at }))
    const change = { subject: `organization:${organizationId}`, after: { planned: after } }
    return { value: { planned: lines.length }, place, change }
  },
)

type Said = { readonly place: string; readonly hostName: string }

function wordsOf(draft: Draft, slot: Slot, { place, hostName }: Said): PlanFacts {
  const start = momentOf(slot)
  const { owed, lecturer } = draft
  return {
    title: draft.title,
    month: owed.isMakeUp ? monthOf(owed.period.until) : monthOf(slot.day),
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + draft.minutes * 60_000).toISOString(),
    place,
    link: '',
    hostName,
    recorderName: '',
    lecturerName: lecturer?.name ?? '',
    lecturerId: lecturer?.memberId ?? null,
    agenda: draft.agenda.map((item) => ({ ...item })),
    method: 'lecture',
    category: 'theory',
    speaker: null,
    lectureType: null,
    gathering: 'whole',
    occasion: null,
    heading: null,
    planItemId: null,
    campaignAskId: null,
  }
}

function nameOf(key: string, branches: readonly { readonly id: string; readonly name: string }[]) {
  return branches.find(({ id }) => key.startsWith(id))?.name ?? ''
}
