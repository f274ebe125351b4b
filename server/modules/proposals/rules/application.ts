import type { Application } from '@zhixing/contract'
import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

type Plan = {
  readonly from: string
  readonly until: string
  readonly lecturerName: string
  readonly lecturerRank: 'none' | 'associate' | 'senior' | 'academician'
  readonly roomName: string
  readonly minutes: number
  readonly fixedFen: number
  readonly fen: number
}

type Facts = { readonly people: number; readonly fen: number; readonly today: Day }

const daysToEnrol = 3
const [shares, lodgingShare, foodShare, venueShare] = [550, 340, 130, 50]

/** An application that says what the proposal knows; its daily sum is divided as the fee rules divide it. */
export function applicationOf(title: string, plan: Plan, { people, today }: Facts): Application {
  const [from, until] = [plan.from, plan.until].map(dayIn)
  const daily = plan.fen * people
  const part = (share: number) => Math.floor((daily * share) / shares)
  const [lodging, food, venue] = [part(lodgingShare), part(foodShare), part(venueShare)]
  const halfDays = Math.max(
    2,
    2 * Math.round((Date.parse(plan.until) - Date.parse(plan.from)) / 86_400_000 + 0.5),
  )
  const deadline = addDays(from ?? today, -daysToEnrol)
  return {
    title,
    kind: 'rotation',
    level: 'county',
    origin: 'own',
    term: 'short',
    routes: ['school'],
    tracks: ['party'],
    purpose: '按补训方案，让学时不足的党员达到年度要求',
    goals: [],
    compulsory: [],
    from: from ?? today,
    until: until ?? today,
    travelDays: 0,
    place: plan.roomName,
    people,
    audience: '补训方案中的党员',
    enrolBy: deadline > today ? deadline : today,
    requirements: '',
    contactName: '',
    contactPhone: '',
    feeClass: 'third',
    budget: {
      lodging,
      food,
      venue,
      other: daily - lodging - food - venue,
      tour: 0,
      lecturers: [
        {
          name: plan.lecturerName,
          rank: plan.lecturerRank,
          hours: 3 * halfDays,
          halfDays,
          fen: plan.fixedFen,
        },
      ],
    },
    itinerary: [],
    isOpenToObservers: false,
    hasExam: false,
    partnerId: null,
    planItemId: null,
  }
}

/** The day in Shanghai of a moment in ISO. */
function dayIn(moment: string): Day {
  return new Date(Date.parse(moment) + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
