import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '../../../app/organization.ts'
import { Page } from '../../../ui/Page.tsx'
import { AccountList } from './AccountList.tsx'
import { AccountPanel } from './AccountPanel.tsx'
import { AccountsHeadline } from './AccountsHeadline.tsx'
import { pageSize } from './page-size.ts'
import { Slips } from './Slips.tsx'
import type { Slip } from './types.ts'

/** Who can sign in here, with which office, and who cannot yet. */
export function AccountsPage() {
  const { organizationId } = useOrganization()
  const { page = 1, open, text = '', state, office } = useSearch({ from: '/shell/accounts' })
  const filters = { ...(state ? { state } : {}), ...(office ? { office } : {}) }
  const asked = { organizationId, text, page, size: pageSize, ...filters }
  const answer = useAnswer('accounts.list', asked)
  const [slips, setSlips] = useState<Slip[]>()
  return (
    <Page>
      <Answered answer={answer}>
        {(list) => (
          <>
            <AccountsHeadline list={list} hand={setSlips} />
            <AccountList list={list} />
          </>
        )}
      </Answered>
      {open ? <AccountPanel key={open} accountId={open} hand={setSlips} /> : null}
      {slips ? <Slips slips={slips} close={() => setSlips(undefined)} /> : null}
    </Page>
  )
}
