import { Broken } from '@zhixing/kit/ui/Broken.tsx'
import { createRouter } from '@tanstack/react-router'
import { accountsPages, foundRoute, loginRoute } from '../features/accounts/routes.ts'
import { recordRoute, wallRoute } from '../features/activities/routes.ts'
import { courseFloorRoute, meetingFloorRoute } from '../features/interaction/routes.ts'
import { audiencePages } from '../features/audience/route.ts'
import { auditRoute } from '../features/audit/route.ts'
import { floatingPages, whereaboutsRoute } from '../features/floating/routes.ts'
import { outreachPages } from '../features/outreach/routes.ts'
import { studyGroupsPages } from '../features/study-groups/routes.ts'
import { toursPages } from '../features/tours/routes.ts'
import { materialsPages } from '../features/materials/routes.ts'
import { sitesPages } from '../features/sites/routes.ts'
import { duesPages } from '../features/dues/route.ts'
import { transfersPages } from '../features/transfers/routes.ts'
import { appraisalPages } from '../features/appraisal/routes.ts'
import { mentoringRoute } from '../features/mentoring/route.ts'
import { certificatesRoute } from '../features/certificates/route.ts'
import { electionsRoute } from '../features/elections/route.ts'
import { ballotsRoute } from '../features/ballots/route.ts'
import { cockpitRoute } from '../features/cockpit/route.ts'
import { packagesRoute } from '../features/packages/routes.ts'
import { quizzesPages } from '../features/quizzes/routes.ts'
import { classesPages } from '../features/classes/routes.ts'
import {
  developmentPages,
  publicNoticeRoute,
  publicQuestionRoute,
} from '../features/development/routes.ts'
import { dutiesPages } from '../features/duties/routes.ts'
import { scheduleRoute } from '../features/schedules/route.ts'
import { holidaysRoute } from '../features/holidays/route.ts'
import { homeRoute } from '../features/home/route.ts'
import { meetingsPages } from '../features/meetings/routes.ts'
import { membersPages } from '../features/members/routes.ts'
import { noticesRoute } from '../features/notices/route.ts'
import { organizationsRoute } from '../features/organizations/route.ts'
import { reportsPages } from '../features/reports/routes.ts'
import { plansPages } from '../features/plans/routes.ts'
import { rulesRoute } from '../features/rules/route.ts'
import { requirementsPages } from '../features/requirements/routes.ts'
import { coursesRoute } from '../features/courses/route.ts'
import { readingRoute } from '../features/reading/route.ts'
import { topicsRoute } from '../features/topics/route.ts'
import { campaignsPages } from '../features/campaigns/routes.ts'
import { surveysPages } from '../features/surveys/routes.ts'
import { roleRoute } from '../features/roles/route.ts'
import { conductPages } from '../features/conduct/routes.ts'
import { talksPages } from '../features/talks/routes.ts'
import { contactsRoute } from '../features/leaders/route.ts'
import { lecturesPages } from '../features/lectures/routes.ts'
import { resourcesPages } from '../features/resources/routes.ts'
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
    ...studyGroupsPages,
    ...toursPages,
    mentoringRoute,
    ...materialsPages,
    ...sitesPages,
    ...duesPages,
    ...outreachPages,
    certificatesRoute,
    ...requirementsPages,
    ...meetingsPages,
    recordRoute,
    noticesRoute,
    topicsRoute,
    ...resourcesPages,
    ...plansPages,
    coursesRoute,
    readingRoute,
    ballotsRoute,
    electionsRoute,
    cockpitRoute,
    ...classesPages,
    ...developmentPages,
    ...dutiesPages,
    roleRoute,
    ...campaignsPages,
    ...surveysPages,
    ...talksPages,
    ...conductPages,
    packagesRoute,
    ...quizzesPages,
    ...lecturesPages,
    contactsRoute,
    ...appraisalPages,
    ...reportsPages,
    organizationsRoute,
    ...membersPages,
    ...audiencePages,
    ...floatingPages,
    ...transfersPages,
    rulesRoute,
    ...accountsPages,
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
