import { contract } from '@zhixing/contract'
import { dayOf, monthOf, yearOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { view } from '../../../kernel/view.ts'
import { askOf } from '../../campaigns/index.ts'
import { lecturerFor } from '../../lectures/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { requireTopic } from '../../topics/index.ts'
import { kindOf, kindState, kinds } from '../kinds/index.ts'
import * as draft from '../rules/draft.ts'
import type { Kind } from '../rules/kind.ts'
import { occasionOf } from '../rules/occasions.ts'
import { findGroups, findLatest } from '../store/activities.ts'

/** Everything already filled in: nobody has to know how a theme day is made to hold one. */
export const draftPlan = view(
  contract.activities.draft,
  async ({ db, now, actor, reach }, { organizationId, kind: key, groupId, ...wanted }) => {
    const { month, occasion, topicId, askId } = wanted
    const { organization } = await narrowTo(db, reach, organizationId)
    const kind = kindOf(key)
    const groups = await findGroups(db, organizationId)
    if (groupId && !groups.some((group) => group.groupId === groupId))
      throw missing('activities.groupUnknown')

    const [last] = await findLatest(db, { organizationId, kinds: [key], count: 1 })
    const [lastAny] = last
      ? [last]
      : await findLatest(db, {
          organizationId,
          kinds: kinds.map((one) => one.key),
          count: 1,
        })
    const marked = occasion && occasionOf(occasion, yearOf(month ?? dayOf(now)))
    const usual = draft.usualStart(last?.startsAt, now, month)
    const topic = topicId ? await requireTopic(db, topicId, organization.path) : undefined
    const dated = marked?.day ?? (topic?.hold?.kind === key ? topic.hold.on : undefined)
    const start = dated ? draft.startOn(dated, last?.startsAt) : usual
    const own = dated ? monthOf(dated) : (month ?? draft.countedMonth(start))
    const ask = askId ? await askOf(db, organization.path, askId) : undefined
    const usually = draft.agendaFor(kind, marked?.idea)
    const agenda = topic ? draft.withTopic(kind, usually, topic) : usually
    const lecturer = kind.hasLecturer
      ? await lecturerFor(db, organizationId, { month: own, now })
      : undefined
    const place = lastAny?.place === '' ? undefined : lastAny?.place
    return {
      kind: kindState(kind),
      groups,
      lecturer: lecturer ?? null,
      plan: {
        title: ask?.title ?? marked?.title ?? draft.titleOf(kind, own),
        month: own,
        startsAt: start.toISOString(),
        endsAt: draft.endOf(start, agenda).toISOString(),
        place: place ?? `${organization.name}党员活动室`,
        link: '',
        hostName: actor.name,
        recorderName: last?.recorderName ?? '',
        ...spokenBy(kind, actor, lecturer),
        agenda,
        method: marked?.method ?? ('lecture' as const),
        category: marked?.category ?? ('theory' as const),
        lectureType: kind.hasLecturer ? lectureTypeFor(ask) : null,
        gathering: 'whole' as const,
        occasion: occasion ?? null,
        heading: null,
        planItemId: null,
        campaignAskId: ask?.askId ?? null,
      },
    }
  },
)

type Lecturer = Awaited<ReturnType<typeof lecturerFor>>

/** Whose turn it is by the rota; where nobody has one, whoever plans it. */
function spokenBy(
  { hasLecturer }: Kind,
  { name, memberId, appointments }: Actor,
  lecturer: Lecturer,
) {
  if (!hasLecturer) return { lecturerName: '', lecturerId: null, speaker: null }
  if (lecturer?.isTurn) {
    const speaker = lecturer.isSecretary ? ('secretary' as const) : ('frontline' as const)
    return { lecturerName: lecturer.name, lecturerId: lecturer.memberId, speaker }
  }
  const isSecretary = appointments.some(({ office }) => office === 'secretary')
  const speaker = isSecretary ? ('secretary' as const) : null
  return { lecturerName: name, lecturerId: memberId ?? null, speaker }
}

/** A campaign may ask for a certain sort of talk. */
function lectureTypeFor(ask: Awaited<ReturnType<typeof askOf>>) {
  return ask?.lectureType ?? ('lesson' as const)
}
