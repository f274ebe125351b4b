import type { Application } from '@zhixing/contract'
import { addDays } from '@zhixing/kit/format/day.ts'
import { thisDay } from '@zhixing/kit/format/clock.ts'
import { fenOf } from './class.ts'

type Budget = Application['budget']
type Amounts = Record<Exclude<keyof Budget, 'lecturers'>, number | null>
type Fee = Omit<Budget['lecturers'][number], 'fen'> & { amount: number | null }

/** What the form holds: yuan instead of fen, and only what somebody fills in by hand. */
export type ApplyValues = Pick<
  Application,
  | 'title'
  | 'kind'
  | 'level'
  | 'origin'
  | 'routes'
  | 'tracks'
  | 'hasExam'
  | 'isOpenToObservers'
  | 'from'
  | 'until'
  | 'enrolBy'
  | 'travelDays'
  | 'place'
  | 'people'
  | 'audience'
  | 'purpose'
  | 'compulsory'
  | 'requirements'
  | 'contactName'
  | 'contactPhone'
  | 'feeClass'
  | 'itinerary'
  | 'goals'
  | 'partnerId'
  | 'planItemId'
> & { amounts?: Partial<Amounts>; lecturers?: Fee[] }

export function valuesOf(known?: Application): Partial<ApplyValues> {
  if (!known) return fresh()
  const { lecturers, ...amounts } = known.budget
  const { lodging, food, venue, other, tour } = amounts
  return {
    ...known,
    amounts: {
      lodging: lodging / 100,
      food: food / 100,
      venue: venue / 100,
      other: other / 100,
      tour: tour / 100,
    },
    lecturers: lecturers.map(({ fen, ...fee }) => ({ ...fee, amount: fen / 100 })),
  }
}

function fresh(): Partial<ApplyValues> {
  const from = addDays(thisDay(), 30)
  return {
    kind: 'rotation',
    level: 'county',
    origin: 'own',
    routes: ['school'],
    tracks: ['party'],
    hasExam: false,
    isOpenToObservers: false,
    from,
    until: addDays(from, 2),
    enrolBy: addDays(from, -5),
    travelDays: 0,
    people: 50,
    feeClass: 'third',
    compulsory: [],
    lecturers: [],
    itinerary: [],
    goals: [],
    partnerId: null,
    planItemId: null,
  }
}

/** What the contract wants; what the form does not ask about stays as it was. */
export function inputOf(
  { amounts = {}, lecturers = [], ...said }: ApplyValues,
  known?: Application,
) {
  return {
    ...known,
    ...said,
    partnerId: said.partnerId ?? null,
    planItemId: said.planItemId ?? null,
    budget: {
      lodging: fenOf(amounts.lodging),
      food: fenOf(amounts.food),
      venue: fenOf(amounts.venue),
      other: fenOf(amounts.other),
      tour: fenOf(amounts.tour),
      lecturers: lecturers.map(({ amount, ...fee }) => ({ ...fee, fen: fenOf(amount) })),
    },
  }
}
