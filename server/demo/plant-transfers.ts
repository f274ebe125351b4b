import { addDays, dayOf, monthOf, startOf } from '../kernel/calendar.ts'
import type { Caller } from '../kernel/caller.ts'
import type { Db } from '../kernel/db.ts'
import type { FileStore } from '../kernel/files.ts'
import { nobody } from '../kernel/trace.ts'
import type { Vault } from '../kernel/vault.ts'
import type { Office } from '@zhixing/contract'
import { register } from '../modules/transfers/acts/register.ts'
import { decide } from '../modules/transfers/acts/decide.ts'
import { ask, start } from '../modules/transfers/acts/start.ts'
import { idNumberOf } from './id-number.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import type { DemoOrganization } from './tree.ts'

type Scene = {
  readonly tx: Db
  readonly now: Date
  readonly vault: Vault
  readonly files: FileStore
}

const visit: Caller['visit'] = {
  address: '127.0.0.1',
  agent: '',
  token: undefined,
  begin: () => undefined,
  end: () => undefined,
  device: undefined,
  remember: () => undefined,
}

const hourMs = 3_600_000

/** Somebody at a desk, so many days ago at nine in the morning. */
function atDesk(
  { tx: db, now, vault, files }: Scene,
  place: DemoOrganization,
  { office, name, daysAgo }: { office: Office; name: string; daysAgo: number },
) {
  const { unitId, path } = place
  const at = new Date(startOf(addDays(dayOf(now), -daysAgo)).getTime() + 9 * hourMs)
  const who = { accountId: nobody, personId: nobody, unitId, name, place: { unitId, path } }
  return {
    db,
    vault,
    files,
    visit,
    now: () => at,
    actor: { ...who, appointments: [{ office, path }] },
  }
}

/** A few relationships on their way: asked for, issued and forgotten, accepted, out of the county, announced from outside. */
export async function plantTransfers(
  scene: Scene,
  county: DemoOrganization,
  { shown, others }: { readonly shown: DemoBranch; readonly others: readonly DemoBranch[] },
): Promise<void> {
  const [near, far] = others.filter(({ people }) => people.length > 4)
  if (!near || !far || shown.people.length < 8) return
  const secretaryOf = ({ branch }: DemoBranch, daysAgo: number) =>
    atDesk(scene, branch, { office: 'secretary', name: '支部书记', daysAgo })
  const organizer = (daysAgo: number) =>
    atDesk(scene, county, { office: 'organizer', name: '县委组织部', daysAgo })
  const nothing = { reason: '', papers: [], validDays: null, duesPaidTo: null }
  const letter = { validDays: 30, duesPaidTo: monthOf(addDays(dayOf(scene.now), -30)) }
  const issue = { ...nothing, step: 'issue', outcome: 'issue', ...letter }

  const asker = own(shown, 5)
  await ask(memberOf(scene, shown, asker, 1), to(near.branch.id, 'moved'))
  const forgotten = await start(secretaryOf(shown, 14), {
    ...keyOf(own(shown, 6)),
    ...to(near.branch.id, 'work'),
  })
  await decide(organizer(13), { ...forgotten, ...issue })
  const leaving = await start(secretaryOf(shown, 24), {
    ...keyOf(own(shown, 7)),
    ...to(null, 'floating', '远州省临江市青湖街道党工委'),
  })
  await decide(organizer(23), { ...leaving, ...issue })
  await decide(secretaryOf(shown, 22), { ...leaving, ...nothing, step: 'hand', outcome: 'hand' })
  const coming = await start(secretaryOf(far, 6), {
    ...keyOf(own(far, 3)),
    ...to(shown.branch.id, 'retired'),
  })
  await decide(organizer(5), { ...coming, ...issue })
  await decide(organizer(3), { ...coming, ...nothing, step: 'accept', outcome: 'accept' })
  await announce(scene, secretaryOf(shown, 12))
}

type Desk = ReturnType<typeof atDesk>

async function announce({ now }: Scene, desk: Desk): Promise<void> {
  const today = dayOf(now)
  const bornOn = '1988-03-21'
  await register(desk, {
    organizationId: desk.actor.place.path.split('/').at(-2) ?? '',
    reason: 'moved',
    note: '对方来电告知已开介绍信',
    isHandedIn: false,
    letter: {
      number: '临组〔2026〕308号',
      from: '远州省临江市委组织部',
      issuedOn: addDays(today, -13),
      validDays: 30,
      duesPaidTo: monthOf(addDays(today, -30)),
    },
    facts: {
      name: '何归林',
      sex: 'female',
      ethnicity: '01',
      idNumber: idNumberOf(bornOn, 'female', 499),
      bornOn,
      education: '21',
      stage: 'full',
      joinedOn: '2011-07-01',
      confirmedOn: '2012-07-01',
      occupation: '乡村教师',
      employment: 'employed',
      phone: '',
      address: '',
      isSuspended: false,
      lostSince: null,
      floatingSince: null,
      floatingTo: '',
    },
  })
}

/** One of a branch who holds no post, counted from the end of its roll. */
function own({ people, officers }: DemoBranch, at: number): DemoMember {
  const held = new Set([...officers.values()].map(({ id }) => id))
  const found = people.filter(({ id }) => !held.has(id)).at(-at)
  const [first] = people
  const person = found ?? first
  if (!person) throw new Error('a branch without members')
  return person
}

const keyOf = ({ unitId, id: memberId }: DemoMember) => ({ unitId, memberId })

function to(
  organizationId: string | null,
  reason: 'moved' | 'work' | 'floating' | 'retired',
  outside = '',
) {
  return { destination: { organizationId, outside, contact: '' }, reason, note: '' }
}

function memberOf(scene: Scene, { branch }: DemoBranch, person: DemoMember, daysAgo: number) {
  const desk = atDesk(scene, branch, { office: 'member', name: person.name, daysAgo })
  const { id: memberId, unitId } = person
  return { ...desk, actor: { ...desk.actor, unitId, personId: memberId, memberId } }
}
