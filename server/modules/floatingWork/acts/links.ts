import { contract } from '@zhixing/contract'
import { act, openAct } from '../../../kernel/act.ts'
import type { OpenScene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { commonPath } from '../../../kernel/reach.ts'
import { newToken } from '../../../kernel/token.ts'
import { nobody } from '../../../kernel/trace.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { heardFrom } from '../../floating/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { closeLink, findByCode, findLinks, keepLinks } from '../store/links.ts'
import { lockRoll } from '../store/people.ts'
import { findCensus, keepAnswers } from '../store/started.ts'

export const drawLinks = act(contract.floatingWork.drawLinks, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { unitId: censusUnitId, censusId, memberUnitId: unitId, memberIds } = input
  const found = await lockRoll(tx, reach, { unitId, memberIds })
  if (found.length < new Set(memberIds).size) throw missing('members.unknown')
  const paths = found.map(({ path }) => path)
  const census = await findCensus(tx, { unitId: censusUnitId, id: censusId }, paths)
  if (!census) throw missing('floatingWork.censusUnknown')
  if (census.closedOn) throw conflict('floatingWork.censusClosed', { 日期: census.closedOn })
  if (paths.some((path) => !path.startsWith(census.path))) throw conflict('floatingWork.notDue')

  const by = { byId: actor.accountId, at: now }
  await keepLinks(
    tx,
    memberIds.map((memberId) => ({
      ...by,
      unitId,
      censusUnitId,
      censusId,
      memberId,
      code: newToken(),
    })),
  )
  const nameOf = new Map(found.map(({ member }) => [member.id, member.name]))
  const links = await findLinks(tx, { unitId, censusId, memberIds })
  return {
    value: {
      rows: links.map(({ memberId, code, answeredAt }) => ({
        memberId,
        name: nameOf.get(memberId) ?? '',
        path: `/public/whereabouts/${code}`,
        isAnswered: answeredAt !== null,
      })),
    },
    place: { unitId, path: commonPath(paths) },
    change: { subject: `census:${censusId}`, after: { links: links.length } },
  }
})

/** Heard from the member: a contact of its own. What the roll has to follow is for the branch, which is told. */
export const sayWhereabouts = openAct(
  contract.floatingWork.sayWhereabouts,
  async (scene, { code, answer, destination, phone }) => {
    const { tx, now } = scene
    const found = await findByCode(tx, code)
    if (!found) throw missing('floatingWork.linkUnknown')
    const { link, member, path, census } = found
    if (census.until < dayOf(now)) throw conflict('floatingWork.linkOver', { 日期: census.until })
    if (answer === 'away' && destination.length < 2) throw conflict('floatingWork.sayWhere')
    if (!(await closeLink(tx, link, now))) throw conflict('floatingWork.linkAnswered')

    const { unitId, id: memberId, name } = member
    const said = answer === 'away' ? `在${destination}` : '已在本地'
    const isAway = await heardFrom(scene, { unitId, memberId }, { destination, phone, said })
    const isAsOnRoll = (answer === 'away') === isAway
    if (isAsOnRoll)
      await keepAnswers(tx, [
        {
          id: newId(),
          unitId,
          censusId: census.id,
          memberId,
          answer,
          destination,
          byId: nobody,
          byName: `${name}（链接）`,
          at: now,
        },
      ])
    else await tellBranch(scene, found, said)
    return {
      value: {},
      place: { unitId, path },
      change: {
        subject: `member:${memberId}`,
        after: { census: census.title, answer, destination },
      },
    }
  },
)

type Found = NonNullable<Awaited<ReturnType<typeof findByCode>>>

/** The roll says otherwise: somebody of the branch has to mend it, and the round stays open until then. */
async function tellBranch({ tx, now }: OpenScene, found: Found, said: string): Promise<void> {
  const { link, member, path, organizationId, census } = found
  await sendNotice(tx, {
    unitId: member.unitId,
    path,
    key: `whereabouts:${link.id}`,
    kind: 'floating',
    from: census.title,
    fromId: nobody,
    title: `${member.name}答复${said}，与名册不一致`,
    body: '请核对后在流动党员台账登记或结束外出，再核实这次排查。',
    link: '/floating',
    personIds: await findPeopleHolding(tx, 'floating.keep', { organizationId, now }),
    now,
  })
}
