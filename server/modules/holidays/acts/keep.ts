import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict, forbidden } from '../../../kernel/problem.ts'
import { rootOf } from '../../../kernel/reach.ts'
import { narrowTo } from '../../organizations/index.ts'
import { refuseYear } from '../rules/announced.ts'
import { recountKind } from '../rules/recount.ts'
import { knownYears } from '../steps/known.ts'
import { keepEdition, latestEdition } from '../store.ts'

/** Written again rather than edited; what counts in days of work is counted again after it. */
export const keep = act(
  contract.holidays.keep,
  async ({ tx, now, actor, reach }, { version, ...days }) => {
    const root = rootOf(reach)
    if (!root) throw forbidden('holidays.rootOnly')
    const { organization: place } = await narrowTo(tx, reach, root)
    const refusal = refuseYear(days)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const { year } = days
    if ((await latestEdition(tx, year)) !== version) throw conflict('input.stale')
    const before = (await knownYears(tx)).find((one) => one.year === year)
    const edition = version + 1
    const by = { byId: actor.accountId, byName: actor.name, at: now }
    const kept = keepEdition(tx, { ...days, ...by, edition })
    await unlessBroken(kept, 'holiday_years_once', conflict('input.stale'))

    const jobId = await enqueue(tx, recountKind, {
      place,
      title: `按${year}年放假安排重算工作日期限`,
      requestedBy: actor.accountId,
      input: {},
      now,
    })
    const change = { subject: `holidays:${year}`, before, after: days }
    return { value: { version: edition, jobId }, place, change }
  },
)
