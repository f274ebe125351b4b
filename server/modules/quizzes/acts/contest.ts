import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { findMember } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { layQuiz } from '../steps/lay.ts'
import { changeContest, keepContest, keepMark, lockContest, roundsOf } from '../store/contests.ts'
import { findQuiz } from '../store/quizzes.ts'

export const createContest = act(
  contract.contests.create,
  async ({ tx, now, actor, reach }, { organizationId, contestId, title }) => {
    const { unitId, path } = await requireLive(tx, reach, organizationId)
    const by = { byId: actor.accountId, at: now }
    await keepContest(tx, { unitId, id: contestId, organizationId, path, title, ...by })
    const subject = `contest:${contestId}`
    return {
      value: { unitId, contestId },
      place: { unitId, path },
      change: { subject, after: { title } },
    }
  },
)

/** Rounds follow one another: the next opens when it is known who may take part. */
export const addRound = act(
  contract.contests.addRound,
  async (scene, { unitId, contestId, quizId, admits, ...form }) => {
    const { tx, reach } = scene
    const contest = await lockContest(tx, reach, { unitId, contestId })
    if (!contest) throw missing('contests.unknown')
    const rounds = await roundsOf(tx, { unitId, contestId })
    const last = rounds.at(-1)
    if (!last && admits !== null) throw conflict('contests.first')
    const round = (last?.round ?? 0) + 1
    if (last && admits !== null && form.opensOn <= last.closesOn)
      throw conflict('contests.order', { 轮: round, 日期: last.closesOn })

    const { organizationId } = contest
    const place = await layQuiz(
      scene,
      { organizationId, quizId },
      { ...form, contestId, round, admits },
    )
    return {
      value: { unitId, quizId },
      place,
      change: { subject: `contest:${contestId}`, after: { round, title: form.title, admits } },
    }
  },
)

export const showRanking = act(
  contract.contests.showRanking,
  async ({ tx, reach }, { version, isShown, ...key }) => {
    const contest = await lockContest(tx, reach, key)
    if (!contest) throw missing('contests.unknown')
    if (contest.version !== version) throw conflict('input.stale')
    const changed = await changeContest(tx, contest, { isRankingShown: isShown })
    const subject = `contest:${contest.id}`
    return {
      value: { version: changed },
      place: contest,
      change: { subject, after: { isRankingShown: isShown } },
    }
  },
)

/** A judge's points for one speaker; given again, the last word counts. */
export const mark = act(
  contract.contests.mark,
  async ({ tx, now, actor, reach }, { unitIdOfMember, memberId, points, ...key }) => {
    const quiz = await findQuiz(tx, key)
    if (!quiz || !covers(reach, quiz.path)) throw missing('quizzes.unknown')
    if (quiz.kind !== 'speech') throw conflict('contests.notSpeech')
    const found = await findMember(tx, [quiz.path], { unitId: unitIdOfMember, memberId })
    if (!found) throw missing('contests.speaker')
    if (memberId === actor.personId) throw conflict('contests.own')
    const { unitId, id: quizId } = quiz
    const person = { personId: memberId, personName: found.member.name, personPath: found.path }
    await keepMark(tx, { unitId, quizId, ...person, judgeId: actor.accountId, points, at: now })
    const subject = `quiz:${quizId}`
    return { value: {}, place: quiz, change: { subject, after: { memberId, points } } }
  },
)
