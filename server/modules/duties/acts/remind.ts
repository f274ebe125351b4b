import { contract } from '@zhixing/contract'
import { posts } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { reminderOf } from '../rules/reminder.ts'
import { standingsBelow } from '../catalogue/standing.ts'
import type { Standing } from '../catalogue/standing.ts'

/** Tells each holder of a post what of theirs is late or not signed, once a day at most. */
export const remind = act(
  contract.duties.remind,
  async ({ tx, now, actor, reach }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const year = asked.year ?? yearOf(day)
    const lagging = []
    for await (const standings of standingsBelow(tx, { path }, { year, day }))
      lagging.push(...standings.flatMap(laggingOf))
    if (lagging.length === 0) throw conflict('duties.nothing')

    const notices = lagging.flatMap(({ organization: at, holder, post, signing, late }) => {
      if (!holder) return []
      return {
        unitId: at.unitId,
        path: at.path,
        key: `duties:${at.id}:${post}:${day}`,
        kind: 'reminder',
        from: actor.name,
        fromId: actor.accountId,
        title: '责任事项催办',
        body: reminderOf(`${at.name}${posts[post]}`, late, signing),
        link: '/duties',
        personId: holder.memberId,
      }
    })
    const reached = await sendToEach(tx, notices, now)
    const people = new Set(notices.map(({ personId }) => personId)).size
    const value = {
      reminded: reached.size,
      already: people - reached.size,
      vacant: lagging.length - notices.length,
    }
    const subject = `organization:${organizationId}`
    const change = reached.size === 0 ? ('none' as const) : { subject, after: value }
    return { value, place: organization, change }
  },
)

/** The posts of an organization for which something is late or not signed, with no more than the reminder says. */
function laggingOf({ organization, sheets }: Standing) {
  return sheets.flatMap(({ holder, post, signing, items }) => {
    const late = items
      .filter(({ state }) => state === 'overdue' || state === 'returned')
      .map(({ template, period }) => `${template.title}（${period.label}）`)
    return late.length === 0 && signing === 'signed'
      ? []
      : [{ organization, holder, post, signing, late }]
  })
}
