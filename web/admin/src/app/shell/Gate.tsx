import { PasswordChange } from '@zhixing/kit/entry/PasswordChange.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { Button } from 'antd'
import { lazy, Suspense, type ReactNode } from 'react'
import { Page } from '../../ui/Page.tsx'
import type { Me } from '../me.ts'
import { useLeave } from '../use-leave.ts'

const TotpSetup = lazy(async () => ({
  default: (await import('../../features/accounts/TotpSetup.tsx')).TotpSetup,
}))

/** What has to be put in order before anything else is done: a password of one's own, a second factor. */
export function Gate({ me, children }: { me: Me; children: ReactNode }) {
  const leave = useLeave()
  if (!me.mustChangePassword && !me.mustBeginTotp) return children
  const step = (
    <Button type="text" onClick={leave}>
      退出
    </Button>
  )
  return (
    <Page>
      {me.mustChangePassword ? (
        <>
          <Sentence note="现在的密码到期了，或是别人替您设的" step={step}>
            请先换一个自己的密码。
          </Sentence>
          <PasswordChange />
        </>
      ) : (
        <>
          <Sentence note="绑定之前，职务的权限不生效" step={step}>
            您的职务要求动态口令，请先绑定验证器。
          </Sentence>
          <Suspense>
            <TotpSetup />
          </Suspense>
        </>
      )}
    </Page>
  )
}
