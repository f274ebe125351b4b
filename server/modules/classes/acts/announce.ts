import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'
import { findQuotas } from '../store/quotas.ts'

/** Opens the enrolment, and tells whoever may fill the seats of each organization how many they have. */
export const announce = act(contract.classes.announce, async ({ tx, now, actor, reach }, key) => {
  const { kept, organizationName } = await requireClass(tx, reach, key)
  requireState(kept, ['approved'], '发通知')
  const quotas = await findQuotas(tx, key)
  const { title, unitId, path, from, enrolBy, application } = kept
  if (quotas.length === 0) throw conflict('classes.noQuota', { 名称: title })
  await changeClass(tx, kept, { state: 'announced', announcedAt: now })

  let people = 0
  for (const { organizationId, organizationName: at, seats, id } of quotas) {
    const personIds = await findPeopleHolding(tx, 'classes.enrol', { organizationId, now })
    people += await sendNotice(tx, {
      unitId,
      path,
      key: `class:${kept.id}:${id}`,
      kind: 'class',
      from: actor.name,
      fromId: actor.accountId,
      title: `培训通知：${title}`,
      body: `${organizationName}定于 ${from} 在${application.place}举办“${title}”，给${at}名额 ${seats} 个，请在 ${enrolBy} 前报名。`,
      link: '/classes',
      personIds,
      now,
    })
  }
  return {
    value: { people },
    place: kept,
    change: {
      subject: `class:${kept.id}`,
      before: { state: kept.state },
      after: { state: 'announced', people },
    },
  }
})
