import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { missing } from '../../../kernel/problem.ts'
import { digestOf, newToken } from '../../../kernel/token.ts'
import { requireOwn } from '../steps/require.ts'
import { endFeed, keepFeed } from '../store/feeds.ts'

/** The address is told once; whoever has it sees when the resource is taken, and nothing else. */
export const openFeed = act(
  contract.resources.openFeed,
  async ({ tx, now, actor, reach, vault }, { label, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    const { unitId, path } = own
    const [feedId, token] = [newId(), newToken(vault)]
    const by = { byName: actor.name, at: now }
    await keepFeed(tx, { ...key, id: feedId, digest: digestOf(token), label, ...by })
    return {
      value: { feedId, path: `/api/calendars/${token}.ics` },
      place: { unitId, path },
      change: { subject: `resource:${own.id}`, after: { feed: label } },
    }
  },
)

export const closeFeed = act(
  contract.resources.closeFeed,
  async ({ tx, now, reach }, { feedId, ...key }) => {
    const own = await requireOwn(tx, reach, key)
    if (!(await endFeed(tx, { ...key, feedId }, now))) throw missing('resources.feedUnknown')
    return {
      value: {},
      place: { unitId: own.unitId, path: own.path },
      change: { subject: `resource:${own.id}`, before: { feedId }, after: { feed: 'closed' } },
    }
  },
)
