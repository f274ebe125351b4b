import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../kernel/ids.ts'
import { digestOf } from '../../kernel/token.ts'
import type { Vault } from '../../kernel/vault.ts'
import { addDays, dayOf, monthOf } from '../../kernel/calendar.ts'
import type { Dice } from '../../demo/dice.ts'
import { ticketText, writeTicket } from '../../modules/activities/rules/code.ts'
import type { FaultBranch, FaultCounty } from './county.ts'
import type { Deed, Done, Outcome } from './deeds.ts'

/** What the next deed may hang on: it was acknowledged, so it must be there. */
export type Ground = {
  readonly county: FaultCounty
  readonly dice: Dice
  readonly vault: Vault
  readonly meetings: { readonly activityId: string; readonly branch: FaultBranch; next: number }[]
  readonly fileIds: string[]
  readonly paymentIds: string[]
  /** Everybody in every class once, in this order; and everybody on every day. */
  readonly nextSeat: { value: number }
  readonly nextDay: { value: number }
  /** Of the people on the rolls that are brought in, no two of whom are one. */
  readonly nextLine: { value: number }
}

type Asked = Omit<Deed, 'at'> & { readonly learn?: (answer: Record<string, unknown>) => void }
type Ask = (ground: Ground) => Asked | undefined

const notice: Ask = ({ county, dice }) => {
  const branch = dice.one(county.branches)
  const formId = newId()
  const body = { organizationId: branch.id, formId, title: '学习通知', body: '请按时学习。' }
  const { token } = branch.secretary
  return { kind: 'notice', mark: formId, path: 'notices/send', token, body }
}

const dues: Ask = ({ county, dice, paymentIds }) => {
  const branch = dice.one(county.branches)
  const formId = newId()
  const body = {
    unitId: county.unitId,
    memberId: dice.one(branch.people).id,
    formId,
    fen: 100_000 + dice.between(0, 10_000),
    paidOn: dayOf(new Date()),
    way: 'cash',
    fund: 'special',
  }
  return {
    kind: 'dues',
    mark: formId,
    path: 'dues/pay',
    token: branch.secretary.token,
    body,
    learn: ({ paymentId }) => void paymentIds.push(String(paymentId)),
  }
}

const reversal: Ask = ({ county, paymentIds }) => {
  const paymentId = paymentIds.shift()
  if (!paymentId) return undefined
  const body = { unitId: county.unitId, paymentId, reason: '登记错了' }
  return { kind: 'reversal', mark: paymentId, path: 'dues/reverse', token: county.organizer, body }
}

const file: Ask = ({ county, dice, fileIds }) => {
  const mark = `证明${newId()}`
  return {
    kind: 'file',
    mark,
    path: 'files/upload',
    token: county.organizer,
    body: {},
    text: `学习证明 ${mark}\n`.repeat(dice.between(1, 20_000)),
    learn: ({ fileId }) => void fileIds.push(String(fileId)),
  }
}

const hours: Ask = ({ county, dice, fileIds, nextDay }) => {
  const fileId = fileIds.shift()
  if (!fileId) return undefined
  const requestId = newId()
  const branch = dice.one(county.branches)
  const first = dice.between(0, branch.people.length - 4)
  // A day in which nobody has anything yet, so that there is room for it.
  const day = addDays(dayOf(new Date()), -1 - (nextDay.value % 300))
  nextDay.value += 1
  const body = {
    unitId: county.unitId,
    memberIds: branch.people.slice(first, first + 3).map(({ id }) => id),
    requestId,
    source: 'external',
    title: '外出学习',
    from: day,
    until: day,
    clockMinutes: 10 + dice.between(0, 50),
    verifier: '孙往',
    fileId,
  }
  return { kind: 'hours', mark: requestId, path: 'ledgers/post', token: county.organizer, body }
}

const plan: Ask = ({ county, dice, meetings }) => {
  const branch = dice.one(county.branches)
  const activityId = newId()
  const body = {
    activityId,
    organizationId: branch.id,
    groupId: null,
    kind: 'themeDay',
    title: '主题党日',
    month: monthOf(dayOf(new Date())),
    place: '活动室',
    link: '',
    ...aroundNow(),
    hostName: '孙往',
    recorderName: '',
    lecturerName: '',
    lecturerId: null,
    agenda: [
      { title: '集中学习', minutes: 2, part: 'study' },
      { title: '民主议事', minutes: 2, part: 'deliberation' },
      { title: '志愿服务', minutes: 1, part: 'service' },
    ],
    method: 'reading',
    category: 'theory',
  }
  const { token } = branch.secretary
  return {
    kind: 'plan',
    mark: activityId,
    path: 'activities/plan',
    token,
    body,
    learn: () => void meetings.push({ activityId, branch, next: 0 }),
  }
}

/** A few minutes that do not go past midnight. */
function aroundNow(): { readonly startsAt: string; readonly endsAt: string } {
  const minute = 60_000
  const now = Date.now()
  const [from, until] = [new Date(now - 5 * minute), new Date(now + minute)]
  const back = dayOf(from) === dayOf(until) ? 0 : 10 * minute
  return {
    startsAt: new Date(from.getTime() - back).toISOString(),
    endsAt: new Date(until.getTime() - back).toISOString(),
  }
}

/** The first half of a branch signs in by the code, the other half is called by the secretary. */
const attendance: Ask = (ground) => {
  const { county, vault, meetings } = ground
  const meeting = meetings[0]
  if (!meeting) return plan(ground)
  const { branch, activityId } = meeting
  const at = meeting.next
  const person = branch.people[at]
  meeting.next += 1
  if (!person || meeting.next === branch.people.length) meetings.shift()
  if (!person) return undefined
  const { unitId } = county
  const mark = `${activityId}/${person.id}`
  if (at % 2 === 1) {
    const body = { unitId, activityId, memberId: person.id, mark: 'present' }
    return { kind: 'mark', mark, path: 'activities/mark', token: branch.secretary.token, body }
  }
  const facts = { unitId, activityId, until: Math.floor(Date.now() / 1000) + 600 }
  const signature = vault.sign(ticketText(facts, digestOf(county.device)))
  const body = { ticket: writeTicket(facts, signature) }
  return { kind: 'signIn', mark, path: 'activities/signIn', token: person.token, body }
}

const seat: Ask = ({ county, nextSeat }) => {
  const people = county.branches.flatMap((branch) => branch.people)
  const at = nextSeat.value
  const [person, classId] = [
    people[at % people.length],
    county.classIds[Math.floor(at / people.length)],
  ]
  nextSeat.value += 1
  if (!person || !classId) return undefined
  const body = { unitId: county.unitId, classId }
  const mark = `${classId}/${person.id}`
  return { kind: 'seat', mark, path: 'enrolments/signUp', token: person.token, body }
}

const asks: readonly (readonly [Ask, number])[] = [
  [notice, 1],
  [dues, 3],
  [reversal, 1],
  [file, 2],
  [hours, 2],
  [attendance, 8],
  [seat, 3],
]

/** The next deed of a lane, as the dice fall. */
export function nextDeed(ground: Ground): Asked {
  for (;;) {
    const asked = ground.dice.weighted(asks)(ground)
    if (asked) return asked
  }
}

/** Does it, and tells what is known of it then. */
export async function send(origin: string, asked: Asked, device: string): Promise<Done> {
  const { learn, ...deed } = asked
  const at = Date.now()
  try {
    const response = await fetch(`${origin}/api/${deed.path}`, {
      ...bodyOf(asked),
      method: 'POST',
      signal: AbortSignal.timeout(20_000),
    })
    const said = await response.text()
    if (response.ok) learn?.(JSON.parse(said) as Record<string, unknown>)
    return {
      ...deed,
      at,
      tookMs: Date.now() - at,
      outcome: outcomeOf(response),
      said: `${response.status} ${said.slice(0, 300)}`,
    }
  } catch (error) {
    return { ...deed, at, tookMs: Date.now() - at, outcome: 'unknown', said: String(error) }
  }

  function bodyOf({ token, mark, text, body }: Asked) {
    const headers = { cookie: `session=${token}; device=${device}` }
    if (text === undefined)
      return {
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    const form = new FormData()
    form.set('file', new Blob([text], { type: 'text/plain' }), `${mark}.txt`)
    return { headers, body: form }
  }
}

/** As a page or a person would: where there is no answer, or everybody is asked to come again, some times more. */
export async function sendAgain(origin: string, asked: Asked, device: string): Promise<Done> {
  for (let left = 5; ; left -= 1) {
    const done = await send(origin, asked, device)
    if (done.outcome !== 'unknown' || left === 0) return done
    await pause(2_000)
  }
}

function outcomeOf({ ok, status }: Response): Outcome {
  if (ok) return 'acknowledged'
  return status < 500 ? 'refused' : 'unknown'
}
