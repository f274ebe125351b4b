import { keysOf } from '@zhixing/contract'
import { contentCategories } from '@zhixing/contract/words.ts'
import { dueOfFullYear, requirementOf } from '../../requirements/index.ts'
import { categoriesTitle, dueAfter, paceTitle } from '../rules.ts'
import { monthsUntil } from './months.ts'
import { figuresIn, wholeYear } from './place.ts'
import type { Place } from './place.ts'
import { hoursText } from '../../../kernel/words.ts'

/** Hours for each member since the year began, month by month, beside the pace that the rule asks for. */
export async function paceAt(place: Place) {
  const { year, today, scope } = place
  const { dueYearMinutes, dueNowMinutes } = dueOfFullYear(requirementOf('memberHours'), scope.frame)
  const points = []
  for (const [at, { label, to, isOver }] of monthsUntil(year, today).entries()) {
    const span = { from: wholeYear(year).from, to }
    const figure = (await figuresIn(place, ['training.allMean'], span)).get('training.allMean')
    if (!figure) continue
    const due = isOver ? dueAfter(at + 1, dueYearMinutes) : dueNowMinutes
    const rest = Math.max(0, due - figure.value)
    points.push({ label, ...figure, rest: rest > 0 ? rest : null, isStress: false })
  }
  const last = points.at(-1)
  return {
    title: paceTitle({
      doneMinutes: last?.value ?? 0,
      dueMinutes: (last?.value ?? 0) + (last?.rest ?? 0),
      yearHours: hoursText(dueYearMinutes),
    }),
    note: `年初到各月底的人均学时；虚框为比全年 ${hoursText(dueYearMinutes)} 学时的进度少的部分`,
    points: points.map((point) => ({ ...point, isStress: point === last })),
  }
}

const idOf = (category: string) => `hours.category.${category}`

/** What was studied, by the categories of content. */
export async function categoriesAt(place: Place) {
  const keys = keysOf(contentCategories)
  const figures = await figuresIn(place, keys.map(idOf), wholeYear(place.year))
  const points = keys.flatMap((key) => {
    const figure = figures.get(idOf(key))
    return figure ? [{ label: contentCategories[key], ...figure, rest: null }] : []
  })
  const most = Math.max(0, ...points.map(({ value }) => value))
  return {
    title: categoriesTitle(points),
    note: '今年记入的学时，按学习内容分；已冲销的不计',
    points: points
      .toSorted((one, other) => other.value - one.value)
      .map((point) => ({ ...point, isStress: most > 0 && point.value === most })),
  }
}
