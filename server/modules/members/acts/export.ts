import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { minutesFrom } from '../../../kernel/export-ticket.ts'
import { conflict } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { narrowTo } from '../../organizations/index.ts'
import { rollTickets } from '../steps/roll-tickets.ts'

const minutes = 10

/** Taking a roll out is an act with a reason; the file itself is fetched with the ticket, by the same person, soon. */
export const exportMembers = act(contract.members.export, async (scene, input) => {
  const { tx, now, vault, actor } = scene
  const { organization } = await narrowTo(tx, scene.reach, input.organizationId)
  const { path } = organization
  const seesIdentity = covers(reachOf(actor.appointments, 'members.identify'), path)
  if (input.isPlain && !seesIdentity)
    throw conflict('members.notIdentified', { 组织: organization.name })

  const { text, audience, columns, isPlain, format, reason } = input
  const fileName = `${organization.name}党员名册 ${dayOf(now)}.${format}`
  const { accountId } = actor
  const until = minutesFrom(now, minutes)
  const ticket = { accountId, until, fileName, path, text, audience, columns, isPlain, format }
  const words = rollTickets.write(ticket, vault)
  return {
    value: { address: `/api/members/roll?ticket=${words}` },
    place: organization,
    change: {
      subject: `organization:${organization.id}`,
      after: { columns, isPlain, reason, audience },
    },
  }
})
