import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { formOf, judgeAnswers } from '../../forms/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { findLeaders, openAt, owesForm } from '../catalogue/find.ts'
import { isAbove, requireRunning } from '../steps/words.ts'
import { changeReturn, keepReturn, lockReturn, lockReturnById } from '../store/returns.ts'
import type { Return } from '../store/returns.ts'

/** Given once; afterwards each correction keeps what was said before, and why it was changed. */
export const give = act(
  contract.campaigns.give,
  async ({ tx, now, actor, reach }, { campaignId, returnFormId, organizationId, ...said }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { unitId, path } = organization
    const { campaign } = await openAt(tx, organization, campaignId)
    requireRunning(campaign)
    const form = campaign.returnForms.find((one) => one.returnFormId === returnFormId)
    if (!form) throw missing('campaigns.formUnknown')
    const isAsked = path !== campaign.path && path.startsWith(campaign.path)
    if (!isAsked || !owesForm(organization, form.by))
      throw conflict('campaigns.notAsked', { 组织: organization.name })
    const definition = await formOf(tx, { unitId: campaign.unitId, formId: form.formId })
    const answers = judgeAnswers(definition, said.answers)

    const by = { byId: actor.accountId, byName: actor.name, at: now }
    const isLate = dayOf(now) > form.dueOn
    const fresh = { campaignId, returnFormId, organizationId, unitId, path, answers, ...by, isLate }
    const id = newId()
    const isNew = said.version === 0 && (await keepReturn(tx, { ...fresh, id }))
    const subject = `campaignReturn:${returnFormId}:${organizationId}`
    if (isNew) {
      const value = { unitId, returnId: id, version: 1 }
      return { value, place: organization, change: { subject, after: answers } }
    }
    const before = await lockReturn(tx, { unitId, organizationId, returnFormId })
    if (!before) throw conflict('input.stale')
    const value = { unitId, returnId: before.id, version: before.version }
    // The same form sent twice by an impatient hand.
    if (before.version === said.version + 1 && isSame(before, answers))
      return { value, place: organization, change: 'none' }
    if (before.version !== said.version) throw conflict('input.stale')
    const reason = before.sentBack || said.reason
    if (reason.length < 2) throw conflict('campaigns.sayWhy')
    const version = await changeReturn(tx, before, {
      answers,
      ...by,
      corrections: before.corrections + 1,
      earlier: [...before.earlier, earlierOf(before, reason)],
      sentBack: '',
    })
    return {
      value: { ...value, version },
      place: organization,
      change: { subject, before: before.answers, after: { answers, reason } },
    }
  },
)

function isSame(before: Return, answers: Return['answers']): boolean {
  return wordingOf(before.answers) === wordingOf(answers)
}

function wordingOf(answers: Return['answers']): string {
  return JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => a.localeCompare(b)))
}

function earlierOf({ at, byName, answers }: Return, reason: string) {
  return { at: at.toISOString(), byName, reason, answers }
}

export const sendBack = act(
  contract.campaigns.sendBack,
  async ({ tx, now, actor, reach }, { unitId, returnId, version, reason }) => {
    const given = await lockReturnById(tx, unitId, returnId)
    if (!given || !covers(reach, given.path)) throw missing('campaigns.returnUnknown')
    const { path, organizationId } = given
    if (given.byId === actor.accountId || !isAbove(reach, path))
      throw forbidden('campaigns.ownReturn')
    const { campaign } = await openAt(tx, given, given.campaignId)
    requireRunning(campaign)
    if (given.sentBack !== '') throw conflict('campaigns.sentBackAlready')
    if (given.version !== version) throw conflict('input.stale')
    const next = await changeReturn(tx, given, { sentBack: reason })
    const leaders = await findLeaders(tx, path, dayOf(now))
    await sendNotice(tx, {
      unitId,
      path,
      key: `campaign-return:${returnId}:${next}`,
      kind: 'campaign',
      from: actor.name,
      fromId: actor.accountId,
      title: `${campaign.title}：回执退回更正`,
      body: `${reason}。请更正后重新报送。`,
      link: '/campaigns',
      personIds: leaders
        .filter((one) => one.organizationId === organizationId)
        .map(({ memberId }) => memberId),
      now,
    })
    const change = { subject: `campaignReturn:${returnId}`, after: { sentBack: reason } }
    return { value: { version: next }, place: { unitId, path }, change }
  },
)
