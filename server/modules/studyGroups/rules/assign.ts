import type { Day } from '../../../kernel/calendar.ts'
import { connect, graphOf, settle } from './flow.ts'

/* Who sits in where: every group once, with the least travelling and nobody sent much more often than the others. */

export type Group = {
  readonly groupId: string
  readonly name: string
  readonly path: string
  readonly memberIds: ReadonlySet<string>
}

export type Open = { readonly sessionId: string; readonly groupId: string; readonly day: Day }

export type Observer = {
  readonly memberId: string
  readonly name: string
  /** Where their membership lies. */
  readonly path: string
  readonly homeName: string
  readonly toursMax: number
  /** How often they were sent this year already. */
  readonly taken: number
  readonly busyDays: ReadonlySet<Day>
}

/** Kilometres between an observer's home and a group's house; `isGuess` where no place is known. */
export type Way = { readonly kilometres: number; readonly isGuess: boolean }
export type WayOf = (observer: Observer, group: Group) => Way

export type Assigned = {
  readonly sessionId: string
  readonly groupId: string
  readonly memberId: string
  readonly kilometres: number
  readonly because: readonly string[]
}
type Uncovered = { readonly groupId: string; readonly because: string }

/** To be sent once more weighs as much as so many kilometres: of two who are near, the one who went less often goes. */
const kilometresPerTour = 8

/** Why somebody may not sit in with a group at all. */
export function conflictOf(observer: Observer, group: Group): 'ownGroup' | 'ownHouse' | undefined {
  if (group.memberIds.has(observer.memberId)) return 'ownGroup'
  return observer.path.startsWith(group.path) && group.path !== '/' ? 'ownHouse' : undefined
}

type Case = {
  readonly groups: readonly Group[]
  readonly sessions: readonly Open[]
  readonly observers: readonly Observer[]
  readonly wayOf: WayOf
}

/**
 * A flow from observers over their free days to groups: an observer has one sitting a day and so many a year, each
 * further one costs more, and a group is reached over any sitting of a day. As many groups as can be are covered; of
 * all ways to do that, it is one with the least kilometres and load.
 */
export function assign(asked: Case): { rows: Assigned[]; uncovered: Uncovered[] } {
  const { groups, sessions, observers, wayOf } = asked
  const days = [...new Set(sessions.map(({ day }) => day))].toSorted()
  const [source, sink] = [0, 1]
  const seats = observers.length * (days.length + 1)
  const graph = graphOf(2 + seats + groups.length)
  const observerAt = (at: number) => 2 + at * (days.length + 1)
  const groupAt = (at: number) => 2 + seats + at
  const choices: { session: Open; observer: Observer; group: Group; flows: () => number }[] = []

  observers.forEach((observer, at) => {
    for (let tour = observer.taken; tour < observer.toursMax; tour += 1)
      connect(graph, [source, observerAt(at)], { room: 1, cost: tour * kilometresPerTour })
    days.forEach((day, on) => {
      const node = observerAt(at) + 1 + on
      if (observer.busyDays.has(day)) return
      connect(graph, [observerAt(at), node], { room: 1, cost: 0 })
      groups.forEach((group, where) => {
        const session = sessions.find((one) => one.groupId === group.groupId && one.day === day)
        if (!session || conflictOf(observer, group)) return
        const cost = Math.round(wayOf(observer, group).kilometres)
        const flows = connect(graph, [node, groupAt(where)], { room: 1, cost })
        choices.push({ session, observer, group, flows })
      })
    })
  })
  groups.forEach((_, at) => connect(graph, [groupAt(at), sink], { room: 1, cost: 0 }))
  settle(graph, source, sink)

  const chosen = choices.filter(({ flows }) => flows() > 0)
  const sent = chosen.map(({ session, observer, group }) => ({ session, observer, group }))
  const covered = new Set(sent.map(({ group }) => group.groupId))
  return {
    rows: sent.map((one) => explained(one, sent, asked)),
    uncovered: groups
      .filter(({ groupId }) => !covered.has(groupId))
      .map((group) => ({ groupId: group.groupId, because: whyNot(group, asked) })),
  }
}

type Sent = { readonly session: Open; readonly observer: Observer; readonly group: Group }

function explained(one: Sent, sent: readonly Sent[], { observers, wayOf }: Case): Assigned {
  const { session, observer, group } = one
  const { kilometres, isGuess } = wayOf(observer, group)
  const free = observers.filter((other) => !conflictOf(other, group))
  const nearer = free
    .filter((other) => wayOf(other, group).kilometres < kilometres)
    .toSorted((a, b) => wayOf(a, group).kilometres - wayOf(b, group).kilometres)
  const mine = sent.filter((other) => other.observer === observer).map(({ session: own }) => own)
  const turn = observer.taken + mine.toSorted(byDay).indexOf(session) + 1
  const [next] = nearer
  return {
    sessionId: session.sessionId,
    groupId: group.groupId,
    memberId: observer.memberId,
    kilometres,
    because: [
      isGuess
        ? `从${observer.homeName}去，没有登记坐标，按组织远近估为 ${String(kilometres)} 公里`
        : `从${observer.homeName}去约 ${String(kilometres)} 公里`,
      next
        ? `${next.name}更近，但${reasonOf(next, session, sent)}`
        : `能去的 ${String(free.length)} 人里最近`,
      `今年第 ${String(turn)} 次`,
    ],
  }
}

function byDay(one: Open, other: Open): number {
  return one.day < other.day ? -1 : 1
}

function reasonOf(observer: Observer, { day }: Open, sent: readonly Sent[]): string {
  const own = sent.filter((one) => one.observer === observer)
  const elsewhere = own.find(({ session }) => session.day === day)
  if (observer.busyDays.has(day)) return '那天已派'
  if (elsewhere) return `那天去${elsewhere.group.name}`
  if (observer.taken + own.length >= observer.toursMax) return '今年已派满'
  return `已派 ${String(observer.taken + own.length)} 次，轮到去得少的人`
}

function whyNot(group: Group, { sessions, observers }: Case): string {
  const own = sessions.filter(({ groupId }) => groupId === group.groupId)
  if (own.length === 0) return '这段时间还没有安排学习，请先催学习计划'
  const free = observers.filter((observer) => !conflictOf(observer, group))
  if (observers.length === 0) return '还没有旁听人员，请先登记'
  if (free.length === 0) return '旁听人员都是本组成员或在本党组织，须避让'
  return '那几天能去的旁听人员都已派出或派满'
}
