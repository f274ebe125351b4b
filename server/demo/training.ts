import type { Application } from '@zhixing/contract'
import { addDays, startOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'

export type DemoClass = {
  readonly application: Application
  readonly state: 'announced' | 'draft'
  /** How many of those who could be sent have been. */
  readonly comes: number
}

const common = {
  origin: 'own',
  term: 'short',
  tracks: ['party'],
  travelDays: 0,
  place: '县委党校',
  requirements: '遵守学习纪律，不带随行人员。',
  contactName: '罗培',
  contactPhone: '0700-5550100',
  feeClass: 'third',
  itinerary: [],
  isOpenToObservers: false,
  hasExam: false,
  partnerId: null,
  planItemId: null,
  goals: [],
  compulsory: [],
} as const

const noMoney = { lodging: 0, food: 0, venue: 0, other: 0, tour: 0, lecturers: [] }

/** What the county plans for the weeks to come. */
export function applicationsOf(
  today: Day,
  { partnerId, planItemId }: { readonly partnerId: string; readonly planItemId: string | null },
): DemoClass[] {
  const soon = addDays(today, 12)
  return [secretaries(soon, planItemId), candidates(addDays(today, 40)), orchards(soon, partnerId)]
}

function secretaries(soon: Day, planItemId: string | null): DemoClass {
  return {
    state: 'announced',
    comes: 28,
    application: {
      ...copied(),
      planItemId,
      title: '全县党支部书记示范培训班',
      kind: 'secretary',
      level: 'demonstration',
      routes: ['school', 'doorstep'],
      purpose: '提高党支部书记抓党建促振兴的本领。',
      goals: [
        {
          goal: '学懂党章党规',
          category: 'discipline',
          percent: 30,
          measure: '结业考试九成合格',
          planGoalId: null,
        },
      ],
      compulsory: ['廉政警示教育'],
      from: soon,
      until: addDays(soon, 1),
      people: 60,
      audience: '各党支部书记',
      enrolBy: addDays(soon, -3),
      isOpenToObservers: true,
      budget: {
        ...noMoney,
        food: 1_200_000,
        venue: 300_000,
        lecturers: [{ name: '沈教授', rank: 'senior', hours: 3, halfDays: 1, fen: 240_000 }],
      },
    },
  }
}

/** One that is over. */
export function springClass(from: Day): Application {
  return {
    ...copied(),
    title: '党员进修班（第三期）',
    kind: 'rotation',
    level: 'county',
    routes: ['school'],
    purpose: '分期分批让党员离岗学习两天。',
    from,
    until: addDays(from, 1),
    people: 40,
    audience: '农村和社区党员',
    enrolBy: addDays(from, -7),
    budget: noMoney,
  }
}

function candidates(later: Day): DemoClass {
  return {
    state: 'draft',
    comes: 0,
    application: {
      ...copied(),
      title: '发展对象培训班',
      kind: 'candidate',
      level: 'county',
      routes: ['school'],
      purpose: '对发展对象进行短期集中培训。',
      from: later,
      until: addDays(later, 2),
      people: 80,
      audience: '拟于下半年接收的发展对象',
      enrolBy: addDays(later, -5),
      hasExam: true,
      budget: noMoney,
    },
  }
}

function orchards(soon: Day, partnerId: string): DemoClass {
  return {
    state: 'announced',
    comes: 6,
    application: {
      ...copied(),
      title: '果木栽培技能班',
      kind: 'skill',
      level: 'county',
      origin: 'partner',
      partnerId,
      tracks: ['skill'],
      routes: ['doorstep'],
      purpose: '教果农修剪、嫁接和病虫防治。',
      from: addDays(soon, 5),
      until: addDays(soon, 6),
      people: 40,
      audience: '有意种果的党员和群众',
      enrolBy: addDays(soon, 2),
      budget: noMoney,
    },
  }
}

function copied() {
  return {
    ...common,
    tracks: [...common.tracks],
    itinerary: [],
    goals: [],
    compulsory: [],
  }
}

/** Two mornings and an afternoon; only a class of our own keeps a roll of each. */
export function lessonsOf({ from, origin, title }: Application) {
  if (origin !== 'own') return []
  const next = addDays(from, 1)
  const plain = {
    place: '县委党校报告厅',
    route: 'school',
    track: 'party',
    lecturerRank: 'senior',
    lecturerName: '沈教授',
    kind: 'lesson',
  } as const
  return [
    {
      ...plain,
      title: '党的创新理论',
      role: 'first' as const,
      category: 'theory' as const,
      startsAt: at(from, 9),
      endsAt: at(from, 11.5),
    },
    {
      ...plain,
      title: '廉政警示教育',
      role: 'compulsory' as const,
      category: 'discipline' as const,
      startsAt: at(from, 14.5),
      endsAt: at(from, 17),
    },
    {
      ...plain,
      kind: 'discussion' as const,
      title: '分组讨论',
      topic: `学了${title}，回去先抓哪件事`,
      groups: '一组：农村；二组：社区和机关',
      lecturerName: '',
      role: 'elective' as const,
      category: 'situation' as const,
      startsAt: at(next, 9),
      endsAt: at(next, 11),
    },
  ]
}

function at(day: Day, hour: number): Date {
  return new Date(startOf(day).getTime() + hour * 3_600_000)
}
