import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Empty } from '@zhixing/kit/ui/Empty.tsx'
import { useSearch } from '@tanstack/react-router'
import { useMay } from '../../app/me.ts'
import { useOrganization } from '../../app/organization.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { useSaved } from '../audience/SavedSelect.tsx'
import { Page } from '../../ui/Page.tsx'
import { chosenBy, isFiltered } from './members-search.ts'
import { MembersFilters } from './MembersFilters.tsx'
import { MembersHeadline } from './MembersHeadline.tsx'
import { MembersList } from './MembersList.tsx'
import { useMemberColumns } from './member-columns.tsx'

/** Who belongs here, on which roster, and who is missing a place. */
export function MembersPage() {
  const { organizationId } = useOrganization()
  const search = useSearch({ from: '/shell/members' })
  const may = useMay()
  const whole = useAnswer('members.tally', { organizationId })
  const columns = useMemberColumns()
  const saved = useSaved().find(({ audienceId }) => audienceId === search.saved)
  const step = may('members.import') ? (
    <LinkButton to="/members/import" primary>
      导入名册
    </LinkButton>
  ) : null

  return (
    <Page>
      <Answered answer={whole}>
        {(tally) =>
          tally.total === 0 && !isFiltered(search) ? (
            <Empty
              title="名册里还没有党员"
              example="从全国党员管理信息系统导出的 .xlsx，列名不必改，先核对再写入，30 天内可以整体撤销。"
              step={step}
            >
              名册是一切的起点：谁应学多少、谁该到会、汇报里的每个人数，都从这里来。
            </Empty>
          ) : (
            <>
              <MembersHeadline tally={tally} step={step} />
              <MembersFilters tally={tally} columns={columns} />
              <MembersList
                organizationId={organizationId}
                chosen={chosenBy(search, saved?.audience)}
                columns={columns.shown}
              />
            </>
          )
        }
      </Answered>
    </Page>
  )
}
