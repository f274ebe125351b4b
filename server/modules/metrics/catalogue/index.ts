import { activityMetrics } from './activities.ts'
import { appraisalMetrics } from './appraisal.ts'
import type { Metric } from './declare.ts'
import { frequencyMetrics } from './frequency.ts'
import { hourMetrics } from './hours.ts'
import { lectureMetrics } from './lectures.ts'
import { memberMetrics } from './members.ts'
import { noticeMetrics } from './notices.ts'
import { organizationMetrics } from './organizations.ts'
import { studyGroupMetrics } from './study-groups.ts'

/** Every metric there is, in the order in which people read them. */
export const catalogue: readonly Metric[] = [
  ...memberMetrics,
  ...organizationMetrics,
  ...activityMetrics,
  ...lectureMetrics,
  ...frequencyMetrics,
  ...appraisalMetrics,
  ...hourMetrics,
  ...noticeMetrics,
  ...studyGroupMetrics,
]

const byId = new Map(catalogue.map((metric) => [metric.id, metric]))

export function metricOf(id: string): Metric | undefined {
  return byId.get(id)
}
