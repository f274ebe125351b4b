import { addDays, dayOf } from '../kernel/calendar.ts'
import { catalogue } from '../modules/metrics/catalogue/index.ts'

type Words = Readonly<Record<string, unknown>>

/** Inputs that more than one field together must name, from rows of the unit $1. */
export const sources: Readonly<Record<string, string>> = {
  'interaction.floor': `select unit_id as "unitId", about, about_id as "aboutId" from polls where unit_id = $1 order by id desc`,
  'interaction.led': `select unit_id as "unitId", about, about_id as "aboutId" from polls where unit_id = $1 order by id desc`,
  'resources.route': `select array_agg(id) as stops from (select id from resources where unit_id = $1 order by id limit 3) as few`,
  'procedures.show': `select unit_id as "unitId", subject from procedure_cases where unit_id = $1 order by id desc`,
  'campaigns.returns': `select campaign_id as "campaignId", return_form_id as "returnFormId" from campaign_returns where unit_id = $1`,
  'campaigns.rollUp': `select campaign_id as "campaignId", return_form_id as "returnFormId" from campaign_returns where unit_id = $1`,
  'quizzes.result': `select unit_id as "unitId", id as "attemptId" from quiz_attempts where unit_id = $1 order by id desc`,
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
  }
  return words[name] ?? {}
}
