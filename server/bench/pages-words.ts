import { addDays, addMonths, dayOf, monthOf } from '../kernel/calendar.ts'
import { catalogue } from '../modules/metrics/catalogue/index.ts'

type Words = Readonly<Record<string, unknown>>

/** What a class of three days may cost. */
const budget = {
  lodging: 2_000_000,
  food: 1_000_000,
  venue: 300_000,
  other: 200_000,
  tour: 0,
  lecturers: [{ name: '田老师', rank: 'none', hours: 8, halfDays: 2, fen: 400_000 }],
}

/** What cannot be read from the shape of an input. */
export function wordsOf(name: string, now: Date): Words {
  const today = dayOf(now)
  const year = { from: addDays(today, -364), to: today }
  const hourAhead = new Date(now.getTime() + 3_600_000).toISOString()
  const words: Readonly<Record<string, Words>> = {
    'metrics.values': { metrics: catalogue.map(({ id }) => id).slice(0, 60), ...year },
    'metrics.rows': { metric: 'hours.total', ...year },
    'timetables.choices': { startsAt: now.toISOString(), endsAt: hourAhead },
    'rules.show': { key: 'hours.convert.class_day' },
    'rules.preview': { key: 'hours.convert.class_day', value: 400 },
    'holidays.read': { text: '国庆节：10月1日至7日放假调休，共7天。' },
    'audience.preview': { audience: { sexes: ['female'] } },
    'classes.estimate': { from: addDays(today, 30), until: addDays(today, 32), people: 50, budget },
    'schedules.propose': { from: monthOf(today), until: monthOf(addMonths(today, 2)) },
  }
  return words[name] ?? {}
}
