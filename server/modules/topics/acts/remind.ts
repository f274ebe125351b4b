import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { findLearners } from '../catalogue/studied.ts'
import type { Learner } from '../catalogue/studied.ts'
import { narrowed } from '../rules.ts'
import { findSecretaries, findTopic } from '../store.ts'

const remindMax = 20_000

/** Each who has not studied it, and each secretary once about how many of theirs; at most once a day. */
export const remind = act(
  contract.topics.remind,
  async ({ tx, now, actor, reach }, { topicId, organizationId }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    const found = await findTopic(tx, topicId)
    const paths = found ? narrowed(found.audience, organization.path) : []
    if (!found || paths.length === 0) throw missing('topics.unknown')
    const { topic, from } = found
    if (topic.withdrawnAt) throw conflict('topics.withdrawn')

    const day = dayOf(now)
    const page = { studied: false, text: '', page: 1, size: remindMax }
    const { rows } = await findLearners(tx, { topicId, paths, day }, page)
    if (rows.length === 0) throw conflict('topics.nobody')

    const words = { kind: 'reminder', from, fromId: actor.accountId }
    const key = `topic:${topicId}:${day}`
    const toMembers = rows.map(({ unitId, path, memberId }) => ({
      ...words,
      unitId,
      path,
      key: `${key}:${memberId}`,
      title: `学习提醒：${topic.title}`,
      body: `请在 ${topic.dueOn} 前学完；可以参加支部的学习，也可以自学并写下体会。`,
      link: '/topics',
      personId: memberId,
    }))
    const reached = await sendToEach(tx, toMembers, now)
    const branches = Map.groupBy(rows, ({ organizationId: id }) => id)
    const secretaries = await findSecretaries(tx, [...branches.keys()], day)
    const toSecretaries = secretaries.flatMap(({ organizationId: id, memberId }) => {
      const some: Learner[] = branches.get(id) ?? []
      const [first] = some
      if (!first) return []
      return {
        ...words,
        unitId: first.unitId,
        path: first.path,
        key: `${key}:secretary:${memberId}`,
        title: `学习提醒：${topic.title}（${some.length} 人未学）`,
        body: `还没有学的：${namesOf(some)}。请在 ${topic.dueOn} 前安排。`,
        link: '/topics',
        personId: memberId,
      }
    })
    const told = await sendToEach(tx, toSecretaries, now)
    const value = {
      people: reached.size,
      secretaries: told.size,
      already: rows.length - reached.size,
    }
    const { unitId, path } = organization
    const change =
      reached.size + told.size > 0 ? { subject: `topic:${topicId}`, after: value } : 'none'
    return { value, place: { unitId, path }, change }
  },
)

const namesShown = 10

function namesOf(some: readonly Learner[]): string {
  const names = some.slice(0, namesShown).map(({ name }) => name)
  return `${names.join('、')}${some.length > namesShown ? '等' : ''}`
}
