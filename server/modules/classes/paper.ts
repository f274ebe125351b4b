import type { EntryOf, Output } from '@zhixing/contract'
import { dayOf } from '../../kernel/calendar.ts'
import { fullDay } from '../../kernel/words.ts'

type State = Output<EntryOf<'classes.show'>>
type Timetable = Output<EntryOf<'timetables.show'>>

/** What 培训通知 says of a class. */
export function noticeFacts(state: State, { sessions }: Pick<Timetable, 'sessions'>) {
  const { application, quotas, title } = state
  const { contactName, contactPhone, routes } = application
  const lessons = sessions.filter(({ kind }) => kind !== 'ceremony')
  return {
    title,
    recipients: quotas.length > 0 ? quotas.map((one) => one.organizationName) : ['各党组织'],
    purpose: application.purpose,
    time: `${fullDay(state.from)}至${fullDay(state.until)}${travelWords(application.travelDays)}`,
    place: placeWords(application.place, routes.includes('tour')),
    audience: `${application.audience === '' ? '见名额分配' : application.audience}，共 ${state.people} 名。`,
    quotas: quotas.map(({ organizationName, seats }) => `${organizationName} ${seats} 名`),
    content: [...new Set(lessons.map((lesson) => lesson.title))],
    requirements: application.requirements,
    enrolBy: fullDay(application.enrolBy),
    contact: [contactName, contactPhone].filter((part) => part !== '').join('，'),
    issuer: state.organizationName,
    day: dayOf(new Date(state.announcedAt ?? state.at)),
  }
}

function travelWords(days: number): string {
  return days > 0 ? `（另报到、撤离共 ${days} 天）` : ''
}

function placeWords(place: string, isTour: boolean): string {
  const said = place === '' ? '另行通知' : place
  return isTour ? `${said}，外出考察按行程进行。` : `${said}。`
}
