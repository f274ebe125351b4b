/** The words of study: who owes what, how they stand, and who organised it. No zod here: the browser imports it. */

/** In the order in which a secretary cares. */
export const learningStandings = {
  atRisk: '需补训',
  behind: '落后',
  onCourse: '按进度',
  met: '已达标',
  excused: '不作要求',
} as const

/** Who owes what by when; each is declared in the server, with the rule it comes from. */
export const requirementNames = {
  memberHours: '党员年度学时',
  committeeHours: '书记和班子成员学时',
  committeeClasses: '书记和班子成员集中培训',
  secretaryRotation: '书记县级以上轮训',
  newSecretary: '新任书记任职培训',
  newMember: '新党员培训',
  topicHours: '理论专题学时',
  planTopics: '计划重点专题',
  sectionCadreHours: '科级干部学时',
  countyCadreHours: '县处级以上领导干部学时',
  secretaryLessons: '书记讲党课',
  leaderLessons: '领导干部讲党课',
  fiveYearRotation: '全员轮训',
  twoTierRotation: '县乡两级轮训',
  villageSecretaryTerm: '村（社区）书记市级示范培训',
} as const

/** Who organised what was studied, or published what was written. */
export const organizerLevels = {
  branch: '支部',
  committee: '党委',
  county: '县级',
  city: '市级',
  province: '省级',
  nation: '国家级',
} as const
