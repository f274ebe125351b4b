import { campaignKinds, campaignStates } from '@zhixing/contract/campaign-words.ts'
import { conflict } from '../../../kernel/problem.ts'
import { covers, parentOf } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { Campaign } from '../store/campaigns.ts'

/** Records enter a campaign while it runs. */
export function requireRunning({ state }: Campaign): void {
  if (state !== 'running') throw conflict('campaigns.state', { 状态: campaignStates[state] })
}

export function kindWords({ kind }: Pick<Campaign, 'kind'>) {
  return { 种类: campaignKinds[kind] }
}

/** Nobody judges themself; at the very top there is nobody else. */
export function isAbove(reach: Reach, path: string): boolean {
  const parent = parentOf(path)
  return covers(reach, parent === '/' ? path : parent)
}

export const findingSubject = (id: string) => `finding:${id}`
export const entrySubject = (id: string) => `campaignEntry:${id}`
