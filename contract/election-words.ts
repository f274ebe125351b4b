/** The words of elections. No zod here. */

/** What is elected: the committee, or, where there is none, the secretary by all members. */
export const electionScopes = { committee: '支部委员会委员', secretary: '支部书记' } as const

export const electionStates = {
  draft: '拟定候选人',
  approved: '候选人已批复',
  concluded: '已登记班子',
  withdrawn: '已撤销',
} as const
