import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { draftRows } from '../catalogue/bulletin.ts'
import { seatsIn } from '../catalogue/facts.ts'
import { halfWords, spanOfHalf } from '../rules/bulletin.ts'
import { byOf } from '../steps/require.ts'
import { keepBulletin } from '../store/sessions.ts'

/** What the records of half a year say, fixed as it is now, and told to those who lead and keep the groups. */
export const issueBulletin = act(contract.studyGroups.issueBulletin, async (scene, input) => {
  const { tx, now, reach } = scene
  const { organizationId, year, half, opinion } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { until } = spanOfHalf(year, half)
  const words = { 年: year, 半年: halfWords[half === 1 ? 1 : 2] }
  if (dayOf(now) <= until)
    throw conflict('studyGroups.halfOpen', { ...words, 日期: addDays(until, 1) })
  const rows = await draftRows(tx, organization, { year, half, now })
  if (rows.length === 0) throw conflict('studyGroups.nothing')
  const { unitId, path, name } = organization
  const id = newId()
  const place = { unitId, organizationId, path }
  const isNew = await keepBulletin(tx, { ...place, ...byOf(scene), id, year, half, opinion, rows })
  if (!isNew) throw conflict('studyGroups.bulletinThere', words)
  const seats = await seatsIn(
    tx,
    rows.map(({ groupId }) => groupId),
  )
  const told = seats.filter(({ role }) => role === 'leader' || role === 'secretary')
  await sendNotice(tx, {
    unitId,
    path,
    key: `studyBulletin:${organizationId}:${String(year)}:${String(half)}`,
    kind: 'studyGroup',
    from: name,
    fromId: organizationId,
    title: `${String(year)}年${words.半年}中心组学习情况通报`,
    body: opinion === '' ? '各中心组学习情况已通报，请对照整改。' : opinion,
    link: '/study-groups',
    personIds: told.map(({ memberId }) => memberId),
    now,
  })
  return {
    value: { unitId, bulletinId: id },
    place: organization,
    change: { subject: `organization:${organizationId}`, after: { bulletin: words, rows } },
  }
})
