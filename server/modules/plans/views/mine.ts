import { contract } from '@zhixing/contract'
import { ranks } from '@zhixing/contract/profile-words.ts'
import { posts as postWords } from '@zhixing/contract/words.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { view, ownView } from '../../../kernel/view.ts'
import { conditionOf, findSubject } from '../../audience/index.ts'
import type { Subject } from '../../audience/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { topicsInForce } from '../catalogue/in-force.ts'
import { studiedBy } from '../catalogue/topics.ts'
import { itemsOfYear } from './year.ts'
import type { YearItem } from './year.ts'
import { sayWhom } from './states.ts'

/** What approved plans hold for one person this year, by post, tier and whatever else an audience asks. */
export const mine = ownView(contract.plans.mine, async ({ db, now, actor }, { year: asked }) => {
  const day = dayOf(now)
  const year = asked ?? yearOf(day)
  const { unitId, memberId, place } = actor
  if (!memberId) return { year, standing: '', items: [], topics: [] }
  const subject = await findSubject(db, { unitId, memberId }, day)
  if (!subject) return { year, standing: '', items: [], topics: [] }

  const found = await itemsOfYear(db, { reach: [place.path], year, isApproved: true })
  const isFor = (audience: Parameters<typeof conditionOf>[0]) =>
    conditionOf(audience, day).holds(subject)
  const done = await studiedBy(db, { unitId, memberId, year })
  const topics = await topicsInForce(db, { path: place.path, year })
  return {
    year,
    standing: standingOf(subject),
    items: found
      .filter(({ item }) => place.path.startsWith(item.path) && isFor(item.audience))
      .map(({ item, organizationName }) => ({
        itemId: item.id,
        title: item.title,
        organizationName,
        mode: item.mode,
        heading: item.heading,
        from: item.from,
        until: item.until,
        minutes: item.minutes,
        parts: [...item.parts],
        because: sayWhom(item.audience),
      })),
    topics: topics
      .filter((topic) => place.path.startsWith(topic.path) && isFor(topic.audience))
      .map(({ id, title, heading, minMinutes, planTitle }) => ({
        topicId: id,
        title,
        heading,
        minMinutes,
        doneMinutes: done.get(heading) ?? 0,
        planTitle,
      })),
  }
})

/** 支部书记 · 科级, as the plan sees somebody. */
function standingOf(subject: Subject): string {
  const held = subject.posts.map(({ post }) => postWords[post])
  const rank = subject.rank ? ranks[subject.rank] : ''
  return [...new Set(held), rank || '党员'].filter(Boolean).join(' · ')
}

/** Items that an activity of this organization may carry out. */
export const options = view(
  contract.plans.options,
  async ({ db, now, reach }, { organizationId, day }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { path } = narrowed.organization
    const asked = day ?? dayOf(now)
    const found = await itemsOfYear(db, {
      reach: narrowed.reach,
      year: yearOf(asked),
      isApproved: true,
    })
    return {
      rows: found
        .filter(({ item, plan }) => path.startsWith(item.path) && plan.state !== 'closed')
        .map(({ item, plan }) => ({
          unitId: item.unitId,
          planId: item.planId,
          itemId: item.id,
          ...factsOf(item),
          planTitle: plan.title,
          audienceSentence: sayWhom(item.audience),
          goal: plan.goals.find(({ id }) => id === item.goalId) ?? null,
          originSentence: item.originSentence,
        })),
    }
  },
)

function factsOf({ title, type, mode, heading, from, until, ...rest }: YearItem['item']) {
  const { sessions, persons, minutes, place, effect } = rest
  return { title, type, mode, heading, from, until, sessions, persons, minutes, place, effect }
}
