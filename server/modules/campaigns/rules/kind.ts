import type { AskTopic, FormDefinition } from '@zhixing/contract'
import type { campaignKinds, returnLevels } from '@zhixing/contract/campaign-words.ts'

/** What a sort of campaign consists of; each is one file in kinds/. */
export type Kind = {
  readonly key: keyof typeof campaignKinds
  readonly purpose: string
  /** In their order, with the share of the days that each takes, in percent. */
  readonly phases: readonly { readonly name: string; readonly share: number }[]
  /** What each branch is asked to hold, in the phase of that number. */
  readonly asks: readonly {
    readonly phase: number
    readonly topic: AskTopic
    readonly title: string
    readonly count: number
  }[]
  /** What is given back at the end of the phase of that number. */
  readonly returnForms: readonly {
    readonly phase: number
    readonly by: keyof typeof returnLevels
    readonly form: FormDefinition
  }[]
  /** What each person is to study; nothing where the kind sets no target. */
  readonly targetMinutes: number | null
  /** Which study counts towards it: of activities that name the campaign, or all that was organised in its days. */
  readonly counting: 'named' | 'centralized'
  /** A person is done only with the reading list read as well. */
  readonly needsSelfStudy: boolean
  readonly hasFindings: boolean
  readonly hasEntries: boolean
}

const countingWords = {
  named: '只计写明属于本次的活动所记的学时',
  centralized: '计起止日期内所有集中学习的学时',
} as const

/** The same as screens show it. */
export function traitsOf({ hasFindings, hasEntries, needsSelfStudy, ...kind }: Kind) {
  const hasTarget = kind.targetMinutes !== null
  return {
    hasFindings,
    hasEntries,
    needsSelfStudy,
    hasTarget,
    counts: countingWords[kind.counting],
  }
}
