import { excuseReasons } from '@zhixing/contract/words.ts'

/** Article 23 in the words of the roll. */
export const exemptions = {
  frail: `${excuseReasons.frail}，免到会`,
  ill: `${excuseReasons.ill}，免到会`,
  immobile: `${excuseReasons.immobile}，免到会`,
  incapacitated: `${excuseReasons.incapacitated}，免到会`,
} as const
