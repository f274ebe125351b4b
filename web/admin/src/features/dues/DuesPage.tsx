import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { BranchGrid } from './BranchGrid.tsx'
import { DuesBar } from './DuesBar.tsx'
import { RollUp } from './RollUp.tsx'

/** A branch sees its members month by month; whoever stands above sees what those below brought. */
export function DuesPage() {
  const { organizationId } = useOrganization()
  const { year } = useSearch({ from: '/shell/dues' })
  const answer = useAnswer('dues.grid', { organizationId, ...(year ? { year } : {}) })
  return (
    <Page>
      <DuesBar />
      <Answered answer={answer}>
        {(grid) => (grid.isBranch ? <BranchGrid grid={grid} /> : <RollUp />)}
      </Answered>
    </Page>
  )
}
