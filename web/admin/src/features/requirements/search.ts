import { learningStandings, requirementNames } from '@zhixing/contract/learning-words.ts'
import { cohorts } from '@zhixing/contract/words.ts'

type Raw = Record<string, unknown>
export type RequirementKey = keyof typeof requirementNames
export type StandingKey = keyof typeof learningStandings
type CohortKey = keyof typeof cohorts

/** What every page about requirements asks first. */
export type AskedSearch = { requirement?: RequirementKey; year?: number }

export type BoardSearch = AskedSearch & {
  text?: string
  standing?: StandingKey
  cohort?: CohortKey
  sort?: 'name'
  page?: number
  /** Whose derivation is open: "<unit>~<member>". */
  open?: string
}

export function askedSearch({ requirement, year }: Raw): AskedSearch {
  return {
    ...(isOf(requirementNames, requirement) ? { requirement } : {}),
    ...(typeof year === 'number' && year > 2000 && year < 2201 ? { year } : {}),
  }
}

/** The address is the saved filter: what cannot be understood is left out. */
export function boardSearch(raw: Raw): BoardSearch {
  const { text, standing, cohort, sort, page, open } = raw
  return {
    ...askedSearch(raw),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(isOf(learningStandings, standing) ? { standing } : {}),
    ...(isOf(cohorts, cohort) ? { cohort } : {}),
    ...(sort === 'name' ? { sort } : {}),
    ...(typeof page === 'number' && page > 1 ? { page } : {}),
    ...(typeof open === 'string' && open.includes('~') ? { open } : {}),
  }
}

function isOf<Words extends object>(words: Words, value: unknown): value is keyof Words {
  return typeof value === 'string' && value in words
}
