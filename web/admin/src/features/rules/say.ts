import type { EntryOf, Output } from '@zhixing/contract'
import { tighterWords } from '@zhixing/contract/rule-words.ts'

import { daySaid } from '../../format/day-said.ts'

type Row = Output<EntryOf<'rules.list'>>['rows'][number]

/** "2019年5月6日起", "2009年7月1日起，至2019年5月5日" */
export function spanSaid(from: string, until: string | null): string {
  return until ? `${daySaid(from)}起，${daySaid(until)}失效` : `${daySaid(from)}起`
}

export function ownerSaid({ ownerName }: { ownerName: string | null }): string {
  return ownerName ?? '全国'
}

export function tighterSaid({ tighter }: Pick<Row, 'tighter'>): string {
  return tighterWords[tighter]
}

export const markSaid = {
  found: '原文已核',
  known: '据通行规定',
  unsure: '本地参数',
} as const
