import type { Application } from '@zhixing/contract'

/** How the ledger calls who organised it. */
export function ledgerLevelOf(level: Application['level']) {
  if (level === 'township') return 'committee' as const
  return level === 'demonstration' ? ('county' as const) : level
}
