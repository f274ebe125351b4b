import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { findStands } from '../catalogue/look.ts'
import type { Stand } from '../catalogue/look.ts'
import { sceneAt } from '../catalogue/scene.ts'
import { toMember, toSecretary } from '../rules/reminder.ts'
import { findSecretaries } from '../store.ts'

const remindMax = 20_000

/**
 * Tells each who lags behind what is lacking, and each secretary whom of theirs it was told; at most once a day.
 * Who is excused, on course or done is not bothered.
 */
export const remind = act(contract.requirements.remind, async (scene, asked) => {
  const { tx, now, reach } = scene
  const { frame, requirement, head, place } = await sceneAt({ db: tx, now, reach }, asked)
  const { text, standing, cohort, memberIds } = asked
  const filter = { text, standing, cohort, memberIds }
  const page = { sort: 'gap', page: 1, size: remindMax } as const
  const lagging = (await findStands(tx, { requirement, frame, filter }, page)).filter(
    (stand) => stand.standing === 'atRisk' || stand.standing === 'behind',
  )
  if (lagging.length === 0) throw conflict('requirements.nobody')

  const about = {
    key: `remind:${requirement.key}:${frame.year}:${frame.day}`,
    title: `学习提醒：${head.requirement.name}`,
    sentence: head.requirement.sentence,
    year: frame.year,
  }
  const reached = await tellMembers(scene, lagging, about)
  const fresh = lagging.filter(({ memberId }) => reached.has(memberId))
  const secretaries = await tellSecretaries(scene, fresh, { ...about, day: frame.day })

  const value = {
    reminded: reached.size,
    already: lagging.length - reached.size,
    secretaries,
  }
  const subject = `organization:${asked.organizationId}`
  const after = { requirement: requirement.key, ...value }
  return { value, place, change: reached.size === 0 ? 'none' : { subject, after } }
})

type About = {
  readonly key: string
  readonly title: string
  readonly sentence: string
  readonly year: number
}

function tellMembers({ tx, now, actor }: Scene, lagging: readonly Stand[], about: About) {
  const { key, title, sentence, year } = about
  const notices = lagging.map((stand) => ({
    unitId: stand.unitId,
    path: stand.path,
    key: `${key}:${stand.memberId}`,
    kind: 'reminder',
    from: actor.name,
    fromId: actor.accountId,
    title,
    body: toMember(stand, sentence, year),
    link: '/me/hours',
    personId: stand.memberId,
  }))
  return sendToEach(tx, notices, now)
}

/** One word for each secretary of a branch, about those who were newly told; not about oneself alone. */
async function tellSecretaries(
  { tx, now, actor }: Scene,
  fresh: readonly Stand[],
  { day, key, title, sentence }: About & { readonly day: string },
): Promise<number> {
  const branches = Map.groupBy(fresh, ({ organizationId }) => organizationId)
  const secretaries = await findSecretaries(tx, [...branches.keys()], day)
  const notices = [...branches].flatMap(([organizationId, some]) =>
    (secretaries.get(organizationId) ?? []).flatMap((personId) => {
      const others = some.filter(({ memberId }) => memberId !== personId)
      const [first] = others
      if (!first || personId === actor.memberId) return []
      return {
        unitId: first.unitId,
        path: first.path,
        key: `${key}:${first.memberId}:secretary:${personId}`,
        kind: 'reminder',
        from: actor.name,
        fromId: actor.accountId,
        title: `${title}（${others.length} 人）`,
        body: toSecretary(others, sentence),
        link: '/requirements',
        personId,
      }
    }),
  )
  return (await sendToEach(tx, notices, now)).size
}
