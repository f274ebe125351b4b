import { Broken } from '@zhixing/kit/ui/Broken.tsx'
import { createRouter } from '@tanstack/react-router'
import { loginRoute } from '../features/accounts/route.ts'
import { activitiesRoute, activityRoute, newActivityRoute } from '../features/activities/routes.ts'
import { classRoute, classesRoute } from '../features/classes/routes.ts'
import { transfersRoute } from '../features/transfers/routes.ts'
import { contactsRoute, floatingRoute } from '../features/floating/routes.ts'
import { rolesRoute } from '../features/roles/route.ts'
import { conductRoute } from '../features/conduct/route.ts'
import { leadersRoute } from '../features/leaders/route.ts'
import { appraisalRoute, heartTalksRoute, shortcomingsRoute } from '../features/appraisal/routes.ts'
import { talksRoute } from '../features/talks/route.ts'
import { developmentRoute } from '../features/development/route.ts'
import { dutiesRoute } from '../features/duties/route.ts'
import {
  contestsRoute,
  essentialsRoute,
  quizzesRoute,
  resultRoute,
  sittingRoute,
} from '../features/quizzes/routes.ts'
import { lessonRoute, packageRoute, packagesRoute } from '../features/packages/routes.ts'
import { courseFloorRoute, meetingFloorRoute } from '../features/interaction/routes.ts'
import { inboxRoute } from '../features/inbox/route.ts'
import { accountRoute, hoursRoute, keptRoute, meRoute, recordRoute } from '../features/me/routes.ts'
import {
  captureRoute,
  deliveriesRoute,
  outreachRoute,
  stopRoute,
} from '../features/outreach/routes.ts'
import {
  observeOneRoute,
  observeRoute,
  studyGroupsRoute,
  studySessionsRoute,
} from '../features/study-groups/routes.ts'
import { toursRoute } from '../features/tours/route.ts'
import { materialsRoute, parcelsRoute } from '../features/materials/routes.ts'
import { sitesRoute } from '../features/sites/route.ts'
import { collectRoute, duesRoute } from '../features/dues/routes.ts'
import { mentoringRoute } from '../features/mentoring/route.ts'
import { plansRoute } from '../features/plans/route.ts'
import { rollRoute } from '../features/roll/route.ts'
import { ballotRoute, ballotsRoute, countRoute } from '../features/ballots/routes.ts'
import { surveyRoute, surveysRoute } from '../features/surveys/routes.ts'
import { signInRoute } from '../features/sign-in/route.ts'
import { todayRoute } from '../features/today/route.ts'
import { courseRoute, learnRoute, microRoute } from '../features/learn/routes.ts'
import {
  campaignOwedRoute,
  campaignReturnRoute,
  campaignsRoute,
} from '../features/campaigns/routes.ts'
import { readingRoute } from '../features/reading/route.ts'
import { topicsRoute } from '../features/topics/route.ts'
import {
  resourceHouseRoute,
  resourceOrdersRoute,
  resourcesRoute,
} from '../features/resources/routes.ts'
import { rootRoute, tabsRoute } from './root-route.ts'

/** Every page of the phone: a capability adds its route here, and a line in `tabs.ts` if it is a tab. */
const routeTree = rootRoute.addChildren([
  tabsRoute.addChildren([todayRoute, learnRoute, activitiesRoute, meRoute]),
  newActivityRoute,
  activityRoute,
  rollRoute,
  signInRoute,
  inboxRoute,
  topicsRoute,
  resourcesRoute,
  resourceOrdersRoute,
  resourceHouseRoute,
  plansRoute,
  surveysRoute,
  surveyRoute,
  ballotsRoute,
  ballotRoute,
  countRoute,
  courseRoute,
  courseFloorRoute,
  meetingFloorRoute,
  microRoute,
  campaignsRoute,
  campaignOwedRoute,
  campaignReturnRoute,
  readingRoute,
  developmentRoute,
  dutiesRoute,
  rolesRoute,
  leadersRoute,
  talksRoute,
  conductRoute,
  appraisalRoute,
  heartTalksRoute,
  shortcomingsRoute,
  hoursRoute,
  recordRoute,
  accountRoute,
  keptRoute,
  floatingRoute,
  transfersRoute,
  contactsRoute,
  outreachRoute,
  stopRoute,
  captureRoute,
  deliveriesRoute,
  studyGroupsRoute,
  studySessionsRoute,
  observeRoute,
  observeOneRoute,
  toursRoute,
  mentoringRoute,
  materialsRoute,
  parcelsRoute,
  sitesRoute,
  duesRoute,
  collectRoute,
  classesRoute,
  classRoute,
  loginRoute,
  packagesRoute,
  packageRoute,
  lessonRoute,
  quizzesRoute,
  essentialsRoute,
  contestsRoute,
  resultRoute,
  sittingRoute,
])

export const router = createRouter({
  routeTree,
  basepath: '/m',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // A declaration can only be merged with an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: typeof router
  }
}
