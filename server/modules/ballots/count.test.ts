import { beforeEach, expect, test } from 'vitest'
import { plantElectors, voteAs } from '../../testing/ballots.ts'
import { db } from '../../testing/database.ts'
import { expectRefusal } from '../../testing/expect.ts'
import { count } from './acts/count.ts'
import { ballotsOf, resultOf } from './index.ts'
import { showBallot } from './views/show.ts'

let world: Awaited<ReturnType<typeof plantElectors>>
beforeEach(async () => {
  world = await plantElectors(db)
})
type Key = { unitId: string; ballotId: string }
type Paper = NonNullable<Parameters<typeof count>[1]['paper']>

const tellers = ['监票甲', '计票乙']
const paperOf = (
  counts: Paper['lines'][number]['counts'],
  changes: Partial<Paper> = {},
): Paper => ({
  issued: 7,
  returned: 7,
  invalid: 0,
  lines: [{ key: 'motion', counts }],
  ...changes,
})
const callOut = (
  key: Key,
  paper: Paper | null,
  written: Parameters<typeof count>[1]['written'] = null,
) => count(world.secretary, { ...key, tellers, paper, written })

test('those who came suffice and those in favour are most of them, but not most of those entitled: not passed', async () => {
  // Twelve are entitled, six are half of them: enough to vote, and six in favour are not more than half of twelve.
  const { key, wish } = await world.open({ way: 'paper', came: 6 })
  const { result } = await callOut(key, paperOf({ inFavour: 6 }, { issued: 6, returned: 6 }))
  expect(result?.lines[0]).toMatchObject({ counts: { inFavour: 6 }, verdict: 'failed' })
  expect(result?.sentence).toContain('赞成未超过应到会有表决权人数的半数，未通过')
  expect(await resultOf(db, wish)).toMatchObject({ entitled: 12, present: 6, toPass: 7 })
  const seven = await world.open({ way: 'paper', came: 7 })
  const passed = await callOut(seven.key, paperOf({ inFavour: 7 }))
  expect(passed.result?.lines[0]?.verdict).toBe('passed')
  await expectRefusal(world.open({ way: 'paper', came: 5 }), 'ballots.quorum')
})

const opinion = (memberIds: string[], inFavour: number) => ({
  memberIds,
  lines: [{ key: 'motion', counts: { inFavour } }],
})

test('each kind has its own quorum and share: admission more than half and opinions in writing, election four fifths', async () => {
  await expectRefusal(world.open({ kind: 'admission', way: 'paper', came: 6 }), 'ballots.quorum')
  const admission = await world.open({ kind: 'admission', way: 'paper', came: 7 })
  const absent = world.people.slice(7).map(({ actor }) => actor.memberId ?? '')
  const six = paperOf({ inFavour: 6, against: 1 })
  const present = world.secretary.actor.memberId ?? ''
  await expectRefusal(callOut(admission.key, six, opinion([present], 1)), 'ballots.writtenBy')
  const [one = ''] = absent
  await expectRefusal(callOut(admission.key, six, opinion([one], 2)), 'ballots.writtenSum')
  const { result } = await callOut(admission.key, six, opinion([one], 1))
  expect(result).toMatchObject({ written: 1, valid: 7 })
  expect(result?.lines[0]).toMatchObject({ counts: { inFavour: 7, against: 1 }, verdict: 'passed' })
  expect(result?.sentence).toContain('另计书面意见 1 份')

  const motion = await world.open({ way: 'paper', came: 7 })
  await expectRefusal(callOut(motion.key, six, opinion([one], 1)), 'ballots.written')
  await expectRefusal(world.open({ kind: 'election', way: 'paper', came: 9 }), 'ballots.quorum')
})

/** Three candidates for two seats, and ten of twelve who came. */
function electionWish() {
  const lines = world.people.slice(1, 4).map(({ actor }) => ({
    key: actor.memberId ?? '',
    text: actor.name,
    memberId: actor.memberId ?? '',
  }))
  return { kind: 'election', seats: 2, takesOthers: true, lines, came: 10 } as const
}

test('an election on the phone: as many marks as seats, others written in, and more than half of those present', async () => {
  const wish = electionWish()
  const { key } = await world.open(wish)
  const [a = '', b = '', c = ''] = wish.lines.map((line) => line.key)
  const others = `other:${world.people[4]?.actor.memberId ?? ''}`
  const vote = (at: number, keys: readonly string[]) =>
    voteAs(
      world.people[at] ?? world.secretary,
      key,
      Object.fromEntries(keys.map((one) => [one, 'inFavour' as const])),
    )
  await expectRefusal(vote(0, [a, b, c]), 'ballots.most')
  await expectRefusal(vote(1, [`other:${a}`]), 'ballots.line')
  const slips = [
    [a, b],
    [a, c],
    [a, b],
    [a, c],
    [a, others],
    [b, c],
    [b, c],
    [a, c],
  ]
  for (const [at, keys] of slips.entries())
    // oxlint-disable-next-line no-await-in-loop
    await vote(at + 2, keys)
  // Ten came: it takes six, and five are not enough, whoever else is elected.
  const form = { ...key, tellers: [], paper: null, written: null }
  const { result } = await count(world.secretary, form)
  expect(result?.lines.map(({ counts, verdict }) => [counts.inFavour, verdict])).toEqual([
    [6, 'elected'],
    [4, 'unelected'],
    [5, 'unelected'],
    [1, 'unelected'],
  ])
})

test('equals for the last seat vote again; paper does not bear more marks than there are seats', async () => {
  const wish = electionWish()
  const { key, wish: asked } = await world.open({ ...wish, way: 'paper' })
  const votes = (numbers: number[]): Paper => ({
    issued: 10,
    returned: 10,
    invalid: 0,
    lines: wish.lines.map((line, at) => ({
      key: line.key,
      counts: { inFavour: numbers[at] ?? 0 },
    })),
  })
  await expectRefusal(callOut(key, votes([10, 8, 7])), 'ballots.seats')
  const tied = await callOut(key, votes([8, 6, 6]))
  expect(tied.result?.lines.map(({ verdict }) => verdict)).toEqual(['elected', 'tied', 'tied'])

  await expectRefusal(world.open(asked), 'ballots.counted')
  const again = { ...asked, isAgain: true, seats: 1, lines: asked.lines.slice(1) }
  const { key: second } = await world.open({ ...again, voters: world.present(10) })
  const shown = await showBallot(world.secretary, second)
  expect(shown).toMatchObject({ round: 2, electorate: { toPass: 6, needed: 10 } })
  const rounds = (await ballotsOf(db, key.unitId, [asked.subject])).get(asked.subject)
  expect(rounds?.map(({ round }) => round)).toEqual([2, 1])
})

test('tellers: two names, not of candidates; more returned than issued is void, and no number may exceed another', async () => {
  const { key } = await world.open({ way: 'paper', came: 7 })
  const good = paperOf({ inFavour: 5, against: 1 }, { invalid: 1 })
  const by = (names: string[]) =>
    count(world.secretary, { ...key, tellers: names, paper: good, written: null })
  await expectRefusal(by(['监票甲']), 'ballots.tellers')
  await expectRefusal(by(['监票甲', '监票甲']), 'ballots.tellers')
  await expectRefusal(callOut(key, null), 'ballots.noPaper')
  await expectRefusal(callOut(key, paperOf({ inFavour: 8 }, { issued: 8 })), 'ballots.issued')
  const extra = paperOf({ inFavour: 6 }, { issued: 6, returned: 7 })
  await expectRefusal(callOut(key, extra), 'ballots.returned')
  await expectRefusal(callOut(key, paperOf({}, { invalid: 8 })), 'ballots.invalid')
  await expectRefusal(callOut(key, paperOf({ inFavour: 6, against: 2 })), 'ballots.sum')
  const { sentence } = await by(tellers)
  expect(sentence).toContain(
    '发出选票 7 张，收回 7 张，有效 6 张，无效 1 张：赞成 5 票，反对 1 票，弃权 0 票',
  )
  expect(sentence).toContain('未通过')
  const graded = await world.open({ kind: 'appraisal', most: { mark: 'excellent', count: 1 } })
  await expectRefusal(voteAs(world.secretary, graded.key, { motion: 'inFavour' }), 'ballots.mark')
})

test('who comes late is let in by opening again, and nobody is told twice', async () => {
  const { key, wish } = await world.open({ came: 8 })
  const late = world.people[8]
  if (!late) throw new Error('nobody is late')
  const again = await world.open({ ...wish, voters: world.present(9) })
  expect(again.key).toEqual(key)
  await voteAs(late, key, { motion: 'abstained' })
  // Who has taken a ticket was there, whatever the roll says afterwards.
  await world.open({ ...wish, voters: world.present(7) })
  expect((await showBallot(world.secretary, key)).electorate.present).toBe(8)
})
