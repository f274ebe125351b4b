import { contract } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { chosenIn, inTurn, tallyOf, wordingOf } from '../rules.ts'
import { enterFloor, leadFloor } from '../steps/floor.ts'
import type { Floor, FloorKey } from '../steps/floor.ts'
import { findAsked } from '../store/asked.ts'
import { findGroups, findPeople } from '../store/groups.ts'
import { findPolls, findVotes } from '../store/polls.ts'
import { findWordings } from './wordings.ts'

type Looking = { readonly key: FloorKey; readonly memberId: string; readonly isLeading: boolean }

export const showFloor = ownView(contract.interaction.floor, async ({ db, now, actor }, key) => {
  const floor = await enterFloor(db, actor, key, now)
  return floorOf(db, floor, { key, memberId: floor.memberId, isLeading: false })
})

export const showLed = view(contract.interaction.led, async (sight, key) => {
  const { db, actor } = sight
  const floor = await leadFloor(db, sight, key)
  return floorOf(db, floor, { key, memberId: actor.personId, isLeading: true })
})

async function floorOf(db: Reader, { title, isOpen }: Floor, looking: Looking) {
  const polls = await pollsOf(db, looking)
  const asked = await askedOf(db, looking)
  return { title, isOpen, polls, asked, groups: await groupsOf(db, looking) }
}

/** Who leads sees the bars grow; who takes part sees them after choosing, so that nobody follows the crowd. */
async function pollsOf(db: Reader, { key, memberId, isLeading }: Looking) {
  const { unitId } = key
  const rows = (await findPolls(db, key)).filter(({ state }) => isLeading || state !== 'draft')
  const wordings = await findWordings(
    db,
    unitId,
    rows.map(({ formId }) => formId),
  )
  const votes = await findVotes(
    db,
    unitId,
    rows.map(({ id }) => id),
  )
  const votesBy = Map.groupBy(votes, ({ pollId }) => pollId)
  return rows.flatMap(({ id: pollId, formId, state }) => {
    const definition = wordings.get(formId)
    if (!definition) return []
    const wording = wordingOf(definition)
    const all = votesBy.get(pollId) ?? []
    const own = all.find((one) => one.memberId === memberId)
    // Who leads shows it on the wall: what they chose themself is nobody's business there.
    const mine = own && !isLeading ? chosenIn(own.answers) : null
    const isShown = isLeading || mine !== null || state === 'closed'
    const answers = all.map((one) => one.answers)
    const result = isShown ? tallyOf(wording.options, answers) : null
    return [{ pollId, state, ...wording, mine, result }]
  })
}

const askedMost = 200

async function askedOf(db: Reader, { key, memberId, isLeading }: Looking) {
  const rows = (await findAsked(db, key, memberId)).filter(
    ({ asked }) => isLeading || !asked.hiddenAt || asked.memberId === memberId,
  )
  const ranked = rows.map((row) => ({
    ...row,
    at: row.asked.at,
    isHidden: row.asked.hiddenAt !== null,
    isAnswered: row.asked.answeredAt !== null,
  }))
  const inFront = ranked.toSorted(inTurn).slice(0, askedMost)
  return inFront.map(({ asked, likes, isLiked }) => ({
    askedId: asked.id,
    name: asked.name,
    organizationName: asked.organizationName,
    text: asked.text,
    at: asked.at.toISOString(),
    likes,
    isLiked,
    isMine: asked.memberId === memberId,
    answer: asked.answer,
    answererName: asked.answererName,
    answeredAt: asked.answeredAt?.toISOString() ?? null,
    hidden: asked.hiddenAt ? asked.hiddenReason : null,
  }))
}

async function groupsOf(db: Reader, { key, memberId }: Looking) {
  const groups = await findGroups(db, key)
  const people = groups.length > 0 ? await findPeople(db, key) : []
  const peopleBy = Map.groupBy(people, ({ groupId }) => groupId)
  return groups.map(({ id: groupId, ...group }) => {
    const own = peopleBy.get(groupId) ?? []
    return {
      groupId,
      number: group.number,
      task: group.task,
      people: own.map(({ name }) => name),
      isMine: own.some((one) => one.memberId === memberId),
      report: group.report,
      reporterName: group.reporterName,
      reportedAt: group.reportedAt?.toISOString() ?? null,
      version: group.version,
    }
  })
}
