import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { codeText, refuseSignIn, slotOf, slotStart, writeCode } from '../rules/code.ts'
import { countsOf } from '../rules/roll.ts'
import { momentWords } from '../rules/words.ts'
import { codeTimes } from '../steps/code-times.ts'
import { readRecord } from '../steps/read-record.ts'
import { findActivity } from '../store/activities.ts'

/** What the projector shows; it asks again every few seconds, and between two arrivals and two codes nothing is new. */
export const showWall = view(contract.activities.wall, async (sight, key) => {
  const { db, now, vault, reach } = sight
  const held = await findActivity(db, reach, key)
  if (!held) throw missing('activities.unknown')

  const { activity, organizationName, path } = held
  const record = await readRecord(db, held, now)
  const times = await codeTimes(db, path, now)
  const slot = slotOf(now, times)
  const facts = { ...key, slot }
  const closedBecause = becauseOf()
  const arrived = record.roll
    .flatMap(({ memberId, name, mark, at }) =>
      mark === 'present' && at ? [{ memberId, name, at: at.toISOString() }] : [],
    )
    .toSorted((one, other) => one.at.localeCompare(other.at))

  return {
    title: activity.title,
    organizationName,
    address:
      closedBecause === '' ? `/m/sign-in/${writeCode(facts, vault.sign(codeText(facts)))}` : null,
    closedBecause,
    renewedAt: slotStart(slot, times).toISOString(),
    renewSeconds: times.renew,
    due: countsOf(record.roll).due,
    arrived,
  }

  function becauseOf(): string {
    if (activity.cancelledAt) return '活动已取消'
    if (record.closure) return '记录已关闭'
    const refusal = refuseSignIn(activity, now, times)
    if (refusal === 'over') return '签到已结束，由会议组织者点名'
    const opensAt = new Date(activity.startsAt.getTime() - times.opensBefore * 60_000)
    return refusal === 'early' ? `${momentWords(opensAt)} 起可以签到` : ''
  }
})
