import type { Application } from '@zhixing/contract'

/** The columns of a class that repeat what its application says, because lists search by them. */
export function factsOf(application: Application) {
  const { title, kind, level, origin, from, until, enrolBy, people } = application
  const { isOpenToObservers, partnerId, planItemId } = application
  const searched = { title, kind, level, origin, from, until, enrolBy, people }
  return { ...searched, isOpenToObservers, partnerId, planItemId, application }
}
