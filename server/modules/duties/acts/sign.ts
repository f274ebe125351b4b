import { contract } from '@zhixing/contract'
import { posts } from '@zhixing/contract/words.ts'
import { ownAct } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { isOpen } from '../rules/periods.ts'
import { standingAt } from '../catalogue/standing.ts'
import { findSeats } from '../catalogue/find.ts'
import { keepSignature } from '../store.ts'

/** One's own name under the list of one's own post; taking it over from another says what was still open. */
export const sign = ownAct(
  contract.duties.sign,
  async ({ tx, now, actor }, { organizationId, post, note }) => {
    const { unitId, memberId, name: memberName } = actor
    const day = dayOf(now)
    const year = yearOf(day)
    const seats = memberId ? await findSeats(tx, { unitId, memberId, day }) : []
    const seat = seats.find((one) => one.organization.id === organizationId)
    if (!memberId || !seat) throw missing('organizations.unknown')
    const { organization } = seat
    const words = { 组织: organization.name, 职务: posts[post] }
    if (!seat.posts.includes(post)) throw conflict('duties.notHeld', words)

    const own = await standingAt(tx, organization, { year, day })
    const sheet = own?.sheets.find((one) => one.post === post)
    if (!sheet || sheet.templateIds.length === 0) throw conflict('duties.empty', words)
    const [last] = sheet.signatures
    const isSame =
      last?.memberId === memberId && sheet.templateIds.every((id) => last.templateIds.includes(id))
    if (isSame) throw conflict('duties.signed')

    const { unitId: owner, path } = organization
    const isHandover = last !== undefined && last.memberId !== memberId
    const openItems = sheet.items
      .filter(({ state }) => isOpen(state))
      .map(({ template, period }) => `${template.title}（${period.label}）`)
    const id = newId()
    const row = { organizationId, path, post, year, memberId, memberName, note, signedAt: now }
    await keepSignature(tx, {
      ...row,
      id,
      unitId: owner,
      templateIds: [...sheet.templateIds],
      fromName: isHandover ? last.memberName : null,
      openItems: isHandover ? openItems : [],
    })
    return {
      value: { year, items: sheet.items.length },
      place: { unitId: owner, path },
      change: {
        subject: `member:${memberId}`,
        after: { signed: posts[post], year, from: isHandover ? last.memberName : null },
      },
    }
  },
)
