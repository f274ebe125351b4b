import { addMonths } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Case } from '../../procedures/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { isInspected, trainingOf } from '../rules/way.ts'
import type { findEntries } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'

type Entry = Awaited<ReturnType<typeof findEntries>>[number]

/** What has been written into somebody's file, counted, beside what the rules of their case ask for. */
export async function totalsOf(
  db: Reader,
  { applicant, found, entries }: { applicant: Applicant; found: Case; entries: readonly Entry[] },
) {
  const { path, appliedOn, stage } = applicant
  const keys = ['dev.training', 'dev.training.days', 'dev.points.target', 'dev.inspect'] as const
  const rules = await rulesAt(db, keys, { path, day: appliedOn })
  const of = (kind: Entry['kind']) => entries.filter((one) => one.kind === kind)
  const sum = (some: readonly Entry[], what: 'minutes' | 'points') =>
    some.reduce((all, one) => all + one[what], 0)
  const since = [of('inspection').at(-1)?.on, found.marks['activist']].flatMap((day) => day ?? [])
  const last = since.toSorted().at(-1)
  const training = trainingOf(entries)
  return {
    points: sum(entries, 'points'),
    pointsWanted: rules['dev.points.target'].value,
    serviceMinutes: sum(of('service'), 'minutes'),
    trainingMinutes: training.minutes,
    trainingDays: training.days,
    trainingDaysWanted: rules['dev.training.days'].value,
    activities: of('activity').length,
    trainingWanted: rules['dev.training'].value,
    inspections: of('inspection').length,
    thoughts: of('thought').length,
    inspectOn: isInspected(stage) && last ? addMonths(last, rules['dev.inspect'].value) : null,
  }
}
