import { Broken } from '@zhixing/kit/ui/Broken.tsx'
import { createRouter } from '@tanstack/react-router'
import {
  accountRoute,
  accountsRoute,
  foundRoute,
  loginRoute,
  matrixRoute,
} from '../features/accounts/routes.ts'
import { recordRoute, wallRoute } from '../features/activities/routes.ts'
import { courseFloorRoute, meetingFloorRoute } from '../features/interaction/routes.ts'
import { audiencesRoute, watchesRoute } from '../features/audience/route.ts'
import { auditRoute } from '../features/audit/route.ts'
import {
  censusRoute,
  censusesRoute,
  floatingRoute,
  groupsRoute,
  incomingRoute,
  lostRoute,
  tasksRoute,
  whereaboutsRoute,
} from '../features/floating/routes.ts'
import {
  outreachCoverageRoute,
  outreachDueRoute,
  outreachPacksRoute,
  outreachRoundRoute,
  outreachRoundsRoute,
} from '../features/outreach/routes.ts'
import {
  studyBulletinsRoute,
  studyGroupRoute,
  studyGroupsRoute,
  studyObserversRoute,
  studySessionsRoute,
} from '../features/study-groups/routes.ts'
import {
  modesRoute,
  offersRoute,
  seriesRoute,
  toursCoverageRoute,
  toursRoute,
  tripsRoute,
} from '../features/tours/routes.ts'
import {
  materialIssuesRoute,
  materialOrdersRoute,
  materialsRoute,
  materialViewingsRoute,
  roleModelsRoute,
} from '../features/materials/routes.ts'
import {
  siteCoverageRoute,
  siteMonthsRoute,
  sitesRoute,
  siteStaffRoute,
} from '../features/sites/routes.ts'
import {
  duesEntriesRoute,
  duesHardshipsRoute,
  duesMoneyRoute,
  duesRoute,
  duesStatementRoute,
} from '../features/dues/route.ts'
import { transferRoute, transfersRoute } from '../features/transfers/routes.ts'
import {
  appraisalRoundRoute,
  appraisalRoute,
  heartTalksRoute,
  shortcomingsRoute,
} from '../features/appraisal/routes.ts'
import { mentoringRoute } from '../features/mentoring/route.ts'
import { certificatesRoute } from '../features/certificates/route.ts'
import { electionsRoute } from '../features/elections/route.ts'
import { ballotsRoute } from '../features/ballots/route.ts'
import { cockpitRoute } from '../features/cockpit/route.ts'
import { packagesRoute } from '../features/packages/routes.ts'
import { bankRoute, contestsRoute, quizzesRoute } from '../features/quizzes/routes.ts'
import {
  classesRoute,
  classOffersRoute,
  classRoute,
  partnersRoute,
} from '../features/classes/routes.ts'
import {
  admissionEventsRoute,
  admissionPlanRoute,
  applicantRoute,
  compareRoute,
  developmentRoute,
  jointRoute,
  pondRoute,
  publicNoticeRoute,
  publicQuestionRoute,
  reserveRoute,
} from '../features/development/routes.ts'
import { dutiesBelowRoute, dutiesRoute, dutyTemplatesRoute } from '../features/duties/routes.ts'
import { scheduleRoute } from '../features/schedules/route.ts'
import { holidaysRoute } from '../features/holidays/route.ts'
import { homeRoute } from '../features/home/route.ts'
import {
  frequencyRoute,
  regularityRoute,
  meetingListRoute,
  monthRoute,
  newMeetingRoute,
} from '../features/meetings/routes.ts'
import {
  importRoute,
  importsRoute,
  memberRoute,
  membersRoute,
  newMemberRoute,
} from '../features/members/routes.ts'
import { noticesRoute } from '../features/notices/route.ts'
import { organizationsRoute } from '../features/organizations/route.ts'
import { reportRoute, reportsRoute } from '../features/reports/routes.ts'
import {
  curriculumRoute,
  deliveryModesRoute,
  overlapsRoute,
  planCalendarRoute,
  planRoute,
  plansRoute,
  policiesRoute,
} from '../features/plans/routes.ts'
import { rulesRoute } from '../features/rules/route.ts'
import {
  gapsRoute,
  onlineRoute,
  proposalRoute,
  proposalsRoute,
  requirementOrganizationsRoute,
  requirementsRoute,
} from '../features/requirements/routes.ts'
import { coursesRoute } from '../features/courses/route.ts'
import { readingRoute } from '../features/reading/route.ts'
import { topicsRoute } from '../features/topics/route.ts'
import { campaignRoute, campaignsRoute } from '../features/campaigns/routes.ts'
import { designRoute, needsRoute, surveyRoute, surveysRoute } from '../features/surveys/routes.ts'
import { roleRoute } from '../features/roles/route.ts'
import {
  conductCareRoute,
  conductCasesRoute,
  conductLeadsRoute,
  conductRoute,
  conductSanctionsRoute,
  conductTasksRoute,
} from '../features/conduct/routes.ts'
import { talkListRoute, talksRoute } from '../features/talks/routes.ts'
import { contactsRoute } from '../features/leaders/route.ts'
import { leadersRoute, lecturesRoute } from '../features/lectures/routes.ts'
import {
  resourceCalendarRoute,
  resourceHouseRoute,
  resourceMapRoute,
  resourceOrdersRoute,
  resourceUseRoute,
  resourcesRoute,
} from '../features/resources/routes.ts'
import { rootRoute, shellRoute } from './root-route.ts'

/** Every page of the console: a capability adds its route here, and its line in `shell/navigation.ts`. */
const routeTree = rootRoute.addChildren([
  loginRoute,
  foundRoute,
  wallRoute,
  courseFloorRoute,
  meetingFloorRoute,
  publicNoticeRoute,
  whereaboutsRoute,
  publicQuestionRoute,
  shellRoute.addChildren([
    homeRoute,
    holidaysRoute,
    scheduleRoute,
    studyGroupsRoute,
    studySessionsRoute,
    studyObserversRoute,
    studyBulletinsRoute,
    studyGroupRoute,
    toursRoute,
    offersRoute,
    tripsRoute,
    seriesRoute,
    toursCoverageRoute,
    modesRoute,
    mentoringRoute,
    materialsRoute,
    materialOrdersRoute,
    materialIssuesRoute,
    materialViewingsRoute,
    roleModelsRoute,
    sitesRoute,
    siteMonthsRoute,
    siteCoverageRoute,
    siteStaffRoute,
    duesRoute,
    duesStatementRoute,
    duesMoneyRoute,
    duesHardshipsRoute,
    duesEntriesRoute,
    outreachDueRoute,
    outreachRoundsRoute,
    outreachRoundRoute,
    outreachPacksRoute,
    outreachCoverageRoute,
    certificatesRoute,
    requirementsRoute,
    requirementOrganizationsRoute,
    gapsRoute,
    proposalsRoute,
    proposalRoute,
    onlineRoute,
    monthRoute,
    newMeetingRoute,
    meetingListRoute,
    regularityRoute,
    frequencyRoute,
    recordRoute,
    noticesRoute,
    topicsRoute,
    resourcesRoute,
    resourceOrdersRoute,
    resourceCalendarRoute,
    resourceMapRoute,
    resourceUseRoute,
    resourceHouseRoute,
    plansRoute,
    planCalendarRoute,
    curriculumRoute,
    overlapsRoute,
    deliveryModesRoute,
    policiesRoute,
    planRoute,
    coursesRoute,
    readingRoute,
    ballotsRoute,
    electionsRoute,
    cockpitRoute,
    classesRoute,
    classOffersRoute,
    partnersRoute,
    classRoute,
    developmentRoute,
    admissionPlanRoute,
    admissionEventsRoute,
    compareRoute,
    jointRoute,
    pondRoute,
    reserveRoute,
    applicantRoute,
    dutiesRoute,
    roleRoute,
    campaignsRoute,
    campaignRoute,
    surveysRoute,
    designRoute,
    needsRoute,
    surveyRoute,
    talksRoute,
    talkListRoute,
    conductRoute,
    conductTasksRoute,
    conductCasesRoute,
    conductCareRoute,
    conductSanctionsRoute,
    conductLeadsRoute,
    dutiesBelowRoute,
    dutyTemplatesRoute,
    packagesRoute,
    quizzesRoute,
    bankRoute,
    contestsRoute,
    lecturesRoute,
    leadersRoute,
    contactsRoute,
    appraisalRoute,
    appraisalRoundRoute,
    heartTalksRoute,
    shortcomingsRoute,
    reportsRoute,
    reportRoute,
    organizationsRoute,
    membersRoute,
    newMemberRoute,
    memberRoute,
    importsRoute,
    importRoute,
    audiencesRoute,
    watchesRoute,
    floatingRoute,
    transferRoute,
    transfersRoute,
    incomingRoute,
    censusesRoute,
    censusRoute,
    lostRoute,
    groupsRoute,
    tasksRoute,
    rulesRoute,
    accountRoute,
    accountsRoute,
    matrixRoute,
    auditRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  // A declaration can only be merged with an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: typeof router
  }
}
