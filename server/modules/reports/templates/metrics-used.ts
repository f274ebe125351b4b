/** Everything that the sentences of the templates ask; a test compares it with what they really ask. */
export const metricsUsed = [
  ...[
    'all',
    'full',
    'probationary',
    'women',
    'young',
    'elderly',
    'college',
    'floating',
    'excused',
  ].map((id) => `members.${id}`),
  ...['admitted', 'confirmed'].map((id) => `members.${id}`),
  ...['committees', 'generalBranches', 'branches', 'small', 'large', 'overdueTerms'].map(
    (id) => `organizations.${id}`,
  ),
  ...['all', 'themeDays', 'memberMeetings', 'committeeMeetings', 'groupMeetings', 'lectures'].map(
    (id) => `activities.${id}`,
  ),
  ...['field', 'lecturers', 'late'].map((id) => `activities.${id}`),
  ...['type.history', 'by.secretary', 'by.leader', 'by.model', 'by.frontline'].map(
    (id) => `lectures.${id}`,
  ),
  ...['present', 'rate', 'absent', 'leave', 'remote', 'makeUps', 'late'].map(
    (id) => `attendance.${id}`,
  ),
  ...['themeDayMissed', 'memberMeetingMissed'].map((id) => `frequency.${id}`),
  ...['due', 'mean', 'met', 'metShare', 'short', 'none', 'total', 'centralized'].map(
    (id) => `hours.${id}`,
  ),
  ...['homeDelivery', 'secretaryMean', 'secretaryShort'].map((id) => `hours.${id}`),
  ...['allPersonTimes', 'allPersons', 'allCoverage', 'floatingCoverage', 'officersPersonTimes'].map(
    (id) => `training.${id}`,
  ),
]
