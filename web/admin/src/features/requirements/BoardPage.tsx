import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../app/organization.ts'
import { Page } from '../../ui/Page.tsx'
import { Pager } from '../../ui/list/Pager.tsx'
import { AskedBar } from './AskedBar.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardHeadline } from './BoardHeadline.tsx'
import { BoardList } from './BoardList.tsx'
import { DerivationPanel } from './DerivationPanel.tsx'

const size = 3000

/** Everybody's study on one line each; who cannot make it any more comes first. */
export function BoardPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/requirements' })
  const { open, sort = 'gap', page = 1, ...filters } = search
  const answer = useAnswer('requirements.board', { organizationId, sort, page, size, ...filters })
  return (
    <Page>
      <Answered answer={answer}>
        {(board) => (
          <>
            <BoardHeadline board={board} />
            <AskedBar search={search} />
            {board.people + board.counts.excused > 0 ? (
              <>
                <BoardFilters board={board} />
                <BoardList board={board} />
                <Pager page={page} size={size} total={board.total} />
              </>
            ) : null}
          </>
        )}
      </Answered>
      <DerivationPanel
        open={open}
        requirement={search.requirement ?? 'memberHours'}
        year={search.year}
      />
    </Page>
  )
}
