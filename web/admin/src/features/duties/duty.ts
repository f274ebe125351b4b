import type { EntryOf, Output } from '@zhixing/contract'
import { sectors } from '@zhixing/contract/words.ts'

export type Shown = Output<EntryOf<'duties.sheet'>>
export type Sheet = Shown['sheets'][number]
export type Item = Sheet['items'][number]
export type Templates = Output<EntryOf<'duties.templates'>>
export type Template = Templates['rows'][number]

/** Which of a level: "1、2 级 · 农村". */
export function saidFor({ tiers, sectors: some }: Pick<Template, 'tiers' | 'sectors'>): string {
  const tier = tiers.length > 0 ? `${tiers.join('、')} 级` : ''
  const field = some.map((one) => sectors[one]).join('、')
  return [tier, field].filter(Boolean).join(' · ') || '全部'
}
