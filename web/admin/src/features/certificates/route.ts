import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../../app/root-route.ts'

type Search = { page?: number; text?: string; open?: string }

export const certificatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/classes/$unitId/$classId/certificates',
  validateSearch: ({ page, text, open }: Record<string, unknown>): Search => ({
    ...(Number.isInteger(page) && Number(page) > 1 ? { page: Number(page) } : {}),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
    ...(typeof open === 'string' ? { open } : {}),
  }),
  component: lazyRouteComponent(() => import('./CertificatesPage.tsx'), 'CertificatesPage'),
})
