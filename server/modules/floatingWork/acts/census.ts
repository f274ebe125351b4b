import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { commonPath } from '../../../kernel/reach.ts'
import { requireLive } from '../../organizations/index.ts'
import { refuseAnswer } from '../rules.ts'
import { lockRoll } from '../store/people.ts'
import { closeCensusOn, findCensus, keepAnswers, keepCensus, lockCensus } from '../store/started.ts'
import { countOpen } from '../steps/count-open.ts'

export const startCensus = act(contract.floatingWork.startCensus, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, title, scope, until } = input
  const organization = await requireLive(tx, reach, organizationId)
  const today = dayOf(now)
  if (until < today) throw conflict('floatingWork.untilPast', { 今天: today })

  const { unitId, path } = organization
  const id = newId()
  const by = { byId: actor.accountId, at: now }
  const words = { formId, title, scope, from: today, until }
  const kept = await keepCensus(tx, { ...words, ...by, id, unitId, organizationId, path })
  return {
    value: { unitId, censusId: kept.id },
    place: { unitId, path: kept.path },
    change: kept.id === id ? { subject: `census:${id}`, after: { title, scope, until } } : 'none',
  }
})

/** One answer for one or many. Whoever is said to be away has a destination by now, or it is asked for first. */
export const answerCensus = act(contract.floatingWork.answerCensus, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { memberIds, memberUnitId, answer, note } = input
  const found = await lockRoll(tx, reach, { unitId: memberUnitId, memberIds })
  if (found.length < new Set(memberIds).size) throw missing('members.unknown')
  const paths = found.map(({ path }) => path)
  const census = await findCensus(tx, { unitId: input.unitId, id: input.censusId }, reach)
  if (!census) throw missing('floatingWork.censusUnknown')
  if (census.closedOn) throw conflict('floatingWork.censusClosed', { 日期: census.closedOn })
  if (paths.some((path) => !path.startsWith(census.path))) throw conflict('floatingWork.notDue')
  for (const { member } of found) {
    const refusal = refuseAnswer(answer, member, dayOf(now))
    if (refusal) throw conflict(refusal, { 姓名: member.name })
  }

  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const rows = found.map(({ member }) => ({
    ...by,
    id: newId(),
    unitId: memberUnitId,
    censusId: census.id,
    memberId: member.id,
    answer,
    destination: answer === 'away' ? member.floatingTo : note,
  }))
  await keepAnswers(tx, rows)
  return {
    value: { count: rows.length },
    place: { unitId: memberUnitId, path: commonPath(paths) },
    change: { subject: `census:${census.id}`, after: { answer, memberIds, note } },
  }
})

export const closeCensus = act(
  contract.floatingWork.closeCensus,
  async ({ tx, now, reach }, input) => {
    const census = await lockCensus(tx, reach, { unitId: input.unitId, id: input.censusId })
    if (!census) throw missing('floatingWork.censusUnknown')
    if (census.closedOn) throw conflict('floatingWork.censusClosed', { 日期: census.closedOn })
    const day = dayOf(now)
    await closeCensusOn(tx, census, day)
    const open = await countOpen(tx, census, day)
    const { unitId, path } = census
    return {
      value: { open },
      place: { unitId, path },
      change: { subject: `census:${census.id}`, after: { closedOn: day, open } },
    }
  },
)
