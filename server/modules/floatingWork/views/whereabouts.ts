import { contract } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { openView } from '../../../kernel/view.ts'
import { maskName } from '../../members/index.ts'
import { findByCode } from '../store/links.ts'

/** What a link shows: the round, the branch, a family name, and where the roll has them. */
export const showWhereabouts = openView(
  contract.floatingWork.whereabouts,
  async ({ db, now }, { code }) => {
    const found = await findByCode(db, code)
    const today = dayOf(now)
    if (!found || found.census.until < today) throw missing('floatingWork.linkUnknown')
    const { member, census, link, organizationName } = found
    return {
      title: census.title,
      organizationName,
      name: maskName(member.name),
      isAway: member.floatingSince !== null && member.floatingSince <= today,
      destination: member.floatingTo,
      until: census.until,
      isAnswered: link.answeredAt !== null,
    }
  },
)
