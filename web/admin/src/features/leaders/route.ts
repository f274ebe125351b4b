import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Raw = Record<string, unknown>
/** `gap`: only those who lack something; `open`: the member whose panel is open. */
export type ContactsSearch = {
  year?: number
  gap?: boolean
  text?: string
  page?: number
  open?: string
}

export const contactsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leaders/contacts',
  validateSearch: ({ year, gap, text, page, open }: Raw): ContactsSearch => ({
    ...(typeof year === 'number' && year > 1920 && year < 2201 ? { year } : {}),
    ...(gap === true ? { gap } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./ContactsPage.tsx'), 'ContactsPage'),
})
