import { activityFiles } from './modules/activities/index.ts'
import { campaignEntryFiles, findingFiles } from './modules/campaigns/index.ts'
import { courseFiles } from './modules/courses/index.ts'
import { classBillFiles, classFiles } from './modules/classes/index.ts'
import { dutyFiles } from './modules/duties/index.ts'
import type { FileSubject } from './modules/files/index.ts'
import { importFiles } from './modules/imports/index.ts'
import { hourFiles } from './modules/ledgers/index.ts'
import { visitFiles } from './modules/outreach/index.ts'
import { modelFiles, titleFiles } from './modules/materials/index.ts'
import { noticeFiles } from './modules/notices/index.ts'
import { policyFiles } from './modules/plans/index.ts'
import { caseFiles } from './modules/procedures/index.ts'
import { resourceFiles } from './modules/resources/index.ts'
import { packageFiles } from './modules/packages/index.ts'
import { studySessionFiles } from './modules/studyGroups/index.ts'
import { topicFiles } from './modules/topics/index.ts'

/** Everything that files may hang on, one line each. */
export const fileSubjects: readonly FileSubject[] = [
  noticeFiles,
  activityFiles,
  hourFiles,
  importFiles,
  studySessionFiles,
  topicFiles,
  resourceFiles,
  titleFiles,
  modelFiles,
  dutyFiles,
  classFiles,
  classBillFiles,
  caseFiles,
  visitFiles,
  courseFiles,
  packageFiles,
  policyFiles,
  findingFiles,
  campaignEntryFiles,
]
