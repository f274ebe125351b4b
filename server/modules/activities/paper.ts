import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf } from '../../kernel/calendar.ts'
import { momentWords, timeWords } from './rules/words.ts'

type State = Output<EntryOf<'activities.show'>>
type Entry = State['roll'][number]

/** What 会议记录 says of a record. */
export function minutesFacts(state: State) {
  const { organizationName: organization, title, place, hostName, recorderName, roll } = state
  const present = roll.filter(({ mark, standing }) => mark === 'present' && standing !== 'guest')
  const missing = roll.filter(
    ({ mark, standing }) => mark !== 'present' && standing !== 'guest' && mark !== null,
  )
  return {
    organization,
    meeting: state.kind.name,
    topic: title,
    time: spanWords(state),
    day: dayOf(new Date(state.startsAt)),
    place: place === '' ? '线上' : place,
    chair: hostName,
    recorder: recorderName === '' ? hostName : recorderName,
    due: roll.filter(({ standing }) => standing === 'due').length,
    present: present.map(attendee),
    absent: missing.map((entry) => ({ name: entry.name, reason: reasonOf(entry) })),
    guests: roll
      .filter(({ standing, mark }) => standing === 'guest' && mark === 'present')
      .map(guest),
    agenda: state.agenda.map(({ title: item, part }) => ({
      title: item,
      required: state.kind.parts.some(({ key, isRequired }) => isRequired && key === part),
      record: '',
    })),
    speeches: [],
    record: state.minutes,
    motions: [
      ...state.motions.map(({ text, discussion, proposerName, result }) => ({
        text,
        discussion,
        proposer: proposerName,
        result,
      })),
      ...state.ballots.map(({ title: text, sentence }) => ({
        text,
        discussion: '',
        proposer: '',
        result: sentence,
      })),
    ],
    ...(state.resolution === '' ? {} : { resolution: { text: state.resolution } }),
  }
}

/** What 签到册 says: filled where somebody came, empty lines to sign where nobody has yet. */
export function registerFacts(state: State) {
  return {
    organization: state.organizationName,
    meeting: state.title,
    time: spanWords(state),
    place: state.place,
    day: dayOf(new Date(state.startsAt)),
    lines: state.roll.map((entry) => ({
      name: entry.name,
      branch: entry.standing === 'guest' ? entry.organizationName : '',
      signedAt: entry.mark === 'present' && entry.at ? timeWords(new Date(entry.at)) : '',
      note: entry.mark === 'present' ? (wayWords[entry.way ?? 'rollCall'] ?? '') : reasonOf(entry),
    })),
  }
}

/** What 会议通知 says. */
export function noticeFacts(state: State) {
  return {
    meeting: state.title,
    recipients: ['应到会的各位同志'],
    topic: state.title,
    time: spanWords(state),
    place: state.place === '' ? `线上参加：${state.link}` : state.place,
    attendees: `应到 ${state.roll.filter(({ standing }) => standing === 'due').length} 人。`,
    agenda: state.agenda.map(({ title, minutes }) => `${title}（${minutes}分钟）`),
    requirements: ['按时参加；不能参加的，在会前请假并说明原因。'],
    issuer: state.organizationName,
    day: dayOf(new Date(state.call?.at ?? state.startsAt)),
  }
}

const wayWords: Readonly<Record<string, string>> = { remote: '线上', makeUp: '补课', proxy: '代签' }

function attendee({ name, way, note }: Entry) {
  const [proxy] = way === 'proxy' ? note.split('代签') : []
  return {
    name,
    ...(way === 'remote' ? { remote: true, proof: note } : {}),
    ...(proxy ? { proxy } : {}),
  }
}

function guest({ name, organizationName, way, note }: Entry) {
  const proof = note === '' && way === 'code' ? '扫码签到' : note
  return { name, from: organizationName, remote: way === 'remote', proof }
}

function reasonOf({ mark, note, standing }: Entry): string {
  if (mark === null) return ''
  if (note !== '') return note
  if (standing === 'exempt') return '免到会'
  return mark === 'excused' ? '请假' : '缺席'
}

function spanWords({ startsAt, endsAt }: State): string {
  return `${momentWords(new Date(startsAt))}—${timeWords(new Date(endsAt))}`
}
