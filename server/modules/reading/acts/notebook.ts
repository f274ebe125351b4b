import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findMembersBelow } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { changePage, findNotebook, issueNotebooks, keepPage, lockPage } from '../store.ts'

/** One notebook a year to each who has none yet; the row is the record of its issue. */
export const issue = act(
  contract.reading.issue,
  async ({ tx, now, actor, reach }, { organizationId, year, title }) => {
    const { unitId, path, name } = await requireLive(tx, reach, organizationId)
    const people = await findMembersBelow(tx, path)
    const given = { year, title, issuedOn: dayOf(now), issuedBy: `${name} ${actor.name}` }
    const rows = people.map((person) => ({
      ...given,
      id: newId(),
      unitId: person.unitId,
      memberId: person.memberId,
    }))
    const issued = await issueNotebooks(tx, rows)
    const subject = `notebooks:${organizationId}`
    return {
      value: { issued, already: people.length - issued },
      place: { unitId, path },
      change: issued > 0 ? { subject, after: { ...given, issued } } : 'none',
    }
  },
)

/** A new page, or a change to one that nobody has read yet. */
export const write = ownAct(
  contract.reading.write,
  async ({ tx, now, actor }, { pageId, year, title, text, version }) => {
    const { memberId, unitId, place } = actor
    if (!memberId) throw conflict('reading.membersOnly')
    if (!(await findNotebook(tx, { unitId, memberId }, year)))
      throw conflict('reading.noNotebook', { 年: year })
    const next = version + 1
    const subject = `notebookPage:${pageId}`
    const row = { id: pageId, unitId, memberId, year, title, text, at: now, version: next }
    if (await keepPage(tx, row)) return { value: { version: next }, place, change: { subject } }
    const found = await lockPage(tx, unitId, pageId)
    if (found?.page.memberId !== memberId) throw missing('reading.pageUnknown')
    const { page } = found
    if (page.reviewedAt) throw conflict('reading.reviewed')
    // The same form sent twice by an impatient hand.
    if (page.version === next && page.title === title && page.text === text)
      return { value: { version: next }, place, change: 'none' }
    if (page.version !== version) throw conflict('input.stale')
    await changePage(tx, page, { title, text, at: now, version: next })
    return { value: { version: next }, place, change: { subject } }
  },
)

export const review = act(
  contract.reading.review,
  async ({ tx, now, actor, reach }, { unitId, pageId, comment }) => {
    const found = await lockPage(tx, unitId, pageId)
    if (!found || !covers(reach, found.path)) throw missing('reading.pageUnknown')
    const { page, path } = found
    await changePage(tx, page, { comment, reviewedBy: actor.name, reviewedAt: now })
    const change = { subject: `notebookPage:${pageId}`, after: { comment } }
    return { value: {}, place: { unitId, path }, change }
  },
)
