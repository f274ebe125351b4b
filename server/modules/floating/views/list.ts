import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { chooseLedger, countLedger } from '../rules/choose.ts'
import { readLedger } from './read-ledger.ts'

/** The ledger of an organization and all below it; what the filters say is counted over the same rows. */
export const listFloating = view(contract.floating.list, async (sight, input) => {
  const { organization, reach } = await narrowTo(sight.db, sight.reach, input.organizationId)
  const rows = await readLedger(sight, organization.path, within(reach, organizations.path))
  const chosen = chooseLedger(rows, input)
  const from = (input.page - 1) * input.size
  return {
    rows: chosen.slice(from, from + input.size),
    total: chosen.length,
    counts: countLedger(rows),
    today: dayOf(sight.now),
  }
})
