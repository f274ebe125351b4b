import type { Face } from './routes.ts'

/** Routes to which no link of a walk leads, and why. At those that need nothing to be named a walk begins, too. */
export const unlinked: Readonly<Record<Face, Readonly<Record<string, string>>>> = {
  admin: {
    '/account': 'in the menu under one’s own name',
    '/login': 'for whoever has not come in yet; everybody who walks has',
    '/found': 'what is printed after an account was founded, and only then',
    '/observe': 'a to-do and a notice to whoever is to observe lead here',
    '/resources/house': 'linked from a resource that has a house, and from its notices',
    '/classes/$unitId/$classId/certificates': 'linked from a class that has graduated',
    '/members/import/$unitId/$importId': 'linked from the list of imports; a walk imports nothing',
    '/reports/$unitId/$reportId': 'linked from the list of reports; a walk drafts nothing',
    '/requirements/proposals/$unitId/$proposalId':
      'linked from the list of proposals; a walk asks for none',
    '/screen/$unitId/$activityId': 'linked while the roll is called; a scene opens it',
    '/screen/floor/course/$unitId/$aboutId': 'linked while a floor is open; it looks like the next',
    '/screen/floor/activity/$unitId/$aboutId': 'linked while a floor is open; a scene opens it',
    '/public/notices/$code': 'a code on a paper leads here',
    '/public/questions/$code': 'a code on a paper leads here',
    '/public/whereabouts/$code': 'a link in a message of a telephone leads here',
  },
  mobile: {
    '/login': 'for whoever has not come in yet; everybody who walks has',
    '/sign-in/$code': 'a square on the wall of a room leads here',
    '/study-groups/sessions': 'a to-do and a notice to whoever is to observe lead here',
    '/resources/house': 'a notice to whoever may book there leads here',
    '/ballots/$unitId/$ballotId/count': 'a to-do and a notice to whoever counts lead here',
    '/quizzes/results/$unitId/$attemptId':
      'linked from a quiz that was handed in; a walk hands in nothing',
    '/campaigns/$campaignId/$organizationId/$returnFormId': 'linked while a branch owes a return',
  },
}
