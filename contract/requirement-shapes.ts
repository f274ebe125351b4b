import * as z from 'zod'
import { Cohort } from './audience.ts'

import { Day, Id, Line, Minutes, Name, Year, keysOf } from './vocabulary.ts'
import { requirementNames, learningStandings } from './learning-words.ts'

export const RequirementKey = z.enum(keysOf(requirementNames))
export type RequirementKey = z.infer<typeof RequirementKey>
export const Standing = z.enum(keysOf(learningStandings))
export type Standing = z.infer<typeof Standing>

export const Coming = z.object({ day: Day, title: z.string(), minutes: Minutes })

/** How somebody stands: minutes where hours are owed, times where classes or lessons are. */
export const Progress = z.object({
  unitId: Id,
  memberId: Id,
  name: Name,
  organizationId: Id,
  branchName: Name,
  /** The cohorts that explain somebody best, in words. */
  cohort: z.string(),
  doneMinutes: Minutes,
  dueNowMinutes: Minutes,
  dueYearMinutes: Minutes,
  /** What the activities ahead, in which the person is due, will bring. */
  plannedMinutes: Minutes,
  times: z.object({ done: z.int(), due: z.int(), deadline: Day }).nullable(),
  standing: Standing,
  coming: Coming.nullable(),
  excuse: z.string().nullable(),
})

export const Counts = z.object({
  atRisk: z.int(),
  behind: z.int(),
  onCourse: z.int(),
  met: z.int(),
  excused: z.int(),
})

/** What is asked of everybody here, and which rule says so. */
export const Asked = z.object({
  key: RequirementKey,
  name: z.string(),
  measure: z.enum(['minutes', 'times']),
  sentence: z.string(),
  clause: z.string(),
  since: Day,
})

export const Where = {
  organizationId: Id,
  requirement: RequirementKey.default('memberHours'),
  year: Year.optional(),
}
export const Filter = {
  text: Line.optional(),
  standing: Standing.optional(),
  cohort: Cohort.optional(),
}

export const Tally = z.object({
  /** Who owes it: those excused stand beside. */
  people: z.int(),
  counts: Counts,
  /** What those who owe it still lack until the end of the year, together. */
  gapMinutes: z.int(),
  doneMinutes: z.int(),
})

export const Derivation = z.object({
  person: Progress,
  requirement: Asked,
  year: Year,
  day: Day,
  conclusion: z.string(),
  steps: z.array(
    z.object({
      label: z.string(),
      value: z.string(),
      rule: z.int().optional(),
      isSum: z.boolean(),
    }),
  ),
  rules: z.array(
    z.object({ name: z.string(), value: z.string(), clause: z.string(), since: z.string() }),
  ),
  coming: z.array(Coming),
  entries: z.array(
    z.object({
      id: Id,
      day: Day,
      title: z.string(),
      source: z.string(),
      minutes: z.int(),
      runningMinutes: z.int(),
      reversal: z.string().optional(),
      isReversed: z.boolean(),
    }),
  ),
})

export const Group = Tally.extend({ key: z.string(), name: z.string() })

/** Study online in one month, of however many people. */
export const Online = z.object({
  people: z.int(),
  studied: z.int(),
  met: z.int(),
  minutes: z.int(),
})
