import { contract, entries, exclusiveOffices, offices, powers } from '@zhixing/contract'
import type { Office } from '@zhixing/contract'
import { ownView } from '../../../kernel/view.ts'

/** What every office may do, read from the same table that decides it. */
export const showMatrix = ownView(contract.accounts.matrix, async () => {
  const names: Office[] = contract.accounts.matrix.output.shape.offices.element.options
  const grants = [...new Set(names.flatMap((office) => offices[office]))]
  return {
    offices: names,
    rows: grants.map((grant) => ({
      grant,
      does: entries.filter((entry) => entry.grant === grant).map(({ summary }) => summary),
      offices: names.filter((office) => offices[office].includes(grant)),
    })),
    powers: names.flatMap((office) => {
      const power = powers[office]
      return power ? [{ office, appoints: [...power.appoints], invites: [...power.invites] }] : []
    }),
    exclusive: [...exclusiveOffices],
  }
})
