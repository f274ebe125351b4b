import '@zhixing/kit/tokens.css'
import { applyLargeType } from '@zhixing/kit/large-type.ts'
import { createQueryClient } from '@zhixing/kit/query-client.ts'
import { noticeMissingParts, renewAt } from '@zhixing/kit/renew.ts'
import { Crowded } from '@zhixing/kit/ui/Crowded.tsx'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { router } from './app/router.ts'
import { signStyles } from './app/sign-styles.ts'
import { toLogin } from './app/to-login.ts'
import { Theme } from './app/Theme.tsx'

applyLargeType()
noticeMissingParts()
router.subscribe('onBeforeNavigate', ({ toLocation, pathChanged }) => {
  if (pathChanged) renewAt(new URL(toLocation.publicHref, location.href).href)
})
signStyles()

const queryClient = createQueryClient(toLogin)
const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Crowded />
      <Theme>
        <RouterProvider router={router} />
      </Theme>
    </QueryClientProvider>,
  )
