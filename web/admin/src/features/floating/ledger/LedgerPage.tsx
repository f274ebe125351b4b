import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { useOrganization } from '../../../app/organization.ts'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { Pager } from '../../../ui/list/Pager.tsx'
import { useColumns } from '../../../ui/list/use-columns.ts'
import { Parts } from '../Parts.tsx'
import { FloatingPanel } from './FloatingPanel.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerHeadline } from './LedgerHeadline.tsx'
import { ledgerColumns } from './ledger-columns.tsx'

const size = 100

/** Who is away, where, and whom nobody has spoken to for too long. */
export function LedgerPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/floating' })
  const { show = 'all', text = '', page = 1, open } = search
  const answer = useAnswer('floating.list', {
    organizationId,
    show,
    text,
    page,
    size,
    ...(search.class ? { class: search.class } : {}),
  })
  const columns = useColumns('floating', ledgerColumns)
  return (
    <Page>
      <Parts />
      <Answered answer={answer}>
        {({ rows, total, counts }) =>
          counts.total === 0 ? (
            <Nobody />
          ) : (
            <>
              <LedgerHeadline counts={counts} />
              <LedgerFilters counts={counts} columns={columns} />
              {total === 0 ? (
                <p>没有符合这些条件的流动党员。</p>
              ) : (
                <>
                  <DataList
                    label="流动党员台账"
                    columns={columns.shown}
                    rows={rows}
                    keyOf={({ memberId }) => memberId}
                  />
                  <Pager page={page} size={size} total={total} />
                </>
              )}
            </>
          )
        }
      </Answered>
      <FloatingPanel open={open} />
    </Page>
  )
}

function Nobody() {
  return (
    <Empty
      title="没有流动党员"
      example="周某，1月起在省外务工，联系人是支部书记，下次联系 6月19日。"
      step={<LinkButton to="/members">到名册登记外出</LinkButton>}
    >
      名册上写了外出日期的党员会自动出现在这里，再登记去向、原因和联系人。
    </Empty>
  )
}
