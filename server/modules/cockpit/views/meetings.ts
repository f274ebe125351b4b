import { activityKinds } from '@zhixing/contract/words.ts'
import { leastOf, meetingsTitle } from '../rules.ts'
import { monthsUntil } from './months.ts'
import type { MonthSpan } from './months.ts'
import { figuresIn, wholeYear } from './place.ts'
import type { Figure, Place } from './place.ts'

const kinds = [
  ['themeDay', 'activities.themeDays'],
  ['memberMeeting', 'activities.memberMeetings'],
  ['committeeMeeting', 'activities.committeeMeetings'],
  ['groupMeeting', 'activities.groupMeetings'],
  ['lecture', 'activities.lectures'],
] as const
const ids = kinds.map(([, id]) => id)

/** How often each kind was held, month by month. */
export async function meetingsAt(place: Place) {
  const { year, today } = place
  const whole = await figuresIn(place, [...ids, 'activities.all'], wholeYear(year))
  const months: (MonthSpan & { figures: ReadonlyMap<string, Figure> })[] = []
  for (const month of monthsUntil(year, today)) {
    const figures = await figuresIn(place, [...ids, 'activities.all'], month)
    months.push({ ...month, figures })
  }
  const over = months
    .filter(({ isOver }) => isOver)
    .map(({ label, figures }) => ({ label, value: figures.get('activities.all')?.value ?? 0 }))
  return {
    title: meetingsTitle(whole.get('activities.all')?.value ?? 0, over),
    note: '以办结的记录为准，按所属月份计；深色为期满月份里最少的',
    kinds: kinds.flatMap(([kind, id]) => {
      const total = whole.get(id)
      if (!total) return []
      const points = months.flatMap(({ label, isOver, figures }) => {
        const figure = figures.get(id)
        return figure ? [{ label, isOver, ...figure, rest: null }] : []
      })
      return [{ name: activityKinds[kind], total, points: stressed(kind, points) }]
    }),
  }
}

type Month = Figure & { readonly label: string; readonly isOver: boolean; readonly rest: null }

/** Only what is owed every month can have a worst one. */
function stressed(kind: (typeof kinds)[number][0], points: readonly Month[]) {
  const isMonthly = kind === 'themeDay' || kind === 'committeeMeeting'
  const least = leastOf(points.filter(({ isOver }) => isOver).map(({ value }) => value))
  return points.map((point) => ({
    ...point,
    isStress: isMonthly && point.isOver && point.value === least,
  }))
}
