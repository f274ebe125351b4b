import { router } from './router.ts'

/** To the door, remembering where one was. */
export function toLogin(): void {
  const { pathname, href } = router.state.location
  if (pathname !== '/login') void router.navigate({ to: '/login', search: { back: href } })
}
