import { router } from './router.ts'

/** To the door, remembering where one was. */
export function toLogin(): void {
  const { pathname, href } = router.state.location
  if (pathname === '/login') return
  router.history.push(`/login?back=${encodeURIComponent(href)}`)
}
