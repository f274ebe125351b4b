import { addDays, daysBetween } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Dice } from './dice.ts'
import { idNumberOf } from './id-number.ts'
import { nameFrom } from './names.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import type { DemoOrganization } from './tree.ts'

export type Candidate = {
  readonly branch: DemoOrganization
  readonly person: Person
  readonly appliedOn: Day
  readonly past: readonly { readonly step: string; readonly on: Day }[]
  readonly contacts: readonly string[]
  /** Until when somebody looked after them as they should. */
  readonly inspectedUntil: Day
}
type Person = Pick<DemoMember, 'name' | 'sex' | 'ethnicity' | 'bornOn' | 'education'> & {
  readonly idNumber: string
  readonly memberId: string | null
}

/** Each step with the day after the application on which it is usually done. */
const pace: readonly (readonly [step: string, day: number])[] = Object.entries({
  apply: 0,
  talk: 20,
  activist: 60,
  activistFiled: 70,
  contacts: 75,
  cultivate: 440,
  target: 460,
  targetFiled: 475,
  introducers: 476,
  review: 500,
  training: 515,
  committee: 520,
  prereview: 535,
  volunteer: 545,
  meeting: 560,
  superiorTalk: 575,
  approve: 600,
  filed: 610,
  assign: 612,
  oath: 620,
  probation: 900,
  confirmApply: 915,
  confirmMeeting: 930,
  confirmApprove: 960,
})

const meetingDay = 560
const serialFrom = 470

/** Whoever has passed so many steps, so many days ago. */
const newcomers: readonly (readonly [steps: number, daysAgo: number, isNeglected?: boolean])[] = [
  [1, 12],
  [1, 45],
  [2, 30],
  [5, 150],
  [5, 330, true],
  [5, 430],
  [5, 460],
  [9, 8],
  [14, 12],
  ...Array.from({ length: 9 }, (_, at) => [at % 3 === 0 ? 1 : 2, 5 + at * 4] as const),
  ...Array.from({ length: 3 }, (_, at) => [5, 40 + at * 90] as const),
  [12, 6],
]
/** How many of these belong to the branch that visitors are shown. */
const shown = 9
const admittedMax = 9
const confirmedMax = 5

export function candidatesOf(branches: readonly DemoBranch[], today: Day, dice: Dice): Candidate[] {
  const applied = newcomers.flatMap(([steps, daysAgo, isNeglected = false], at) => {
    const home = branches[at < shown ? 0 : at - shown + 1]
    const last = pace[steps - 1]?.[1] ?? 0
    const appliedOn = addDays(today, -daysAgo - last)
    const inspectedUntil = isNeglected ? addDays(appliedOn, last) : today
    const made = { person: strangerOf(dice, at), appliedOn, steps, inspectedUntil }
    return home ? [candidateIn(home, made)] : []
  })
  return [...applied, ...onProbation(branches, today), ...confirmed(branches, today)]
}

type Made = Pick<Candidate, 'person' | 'appliedOn' | 'inspectedUntil'> & { readonly steps: number }

function candidateIn({ branch, people }: DemoBranch, { steps, ...made }: Made): Candidate {
  const contacts = people.filter(({ stage, excuse }) => stage === 'full' && !excuse).slice(0, 2)
  return {
    ...made,
    branch,
    past: pace.slice(0, steps).map(([step, day]) => ({ step, on: addDays(made.appliedOn, day) })),
    contacts: contacts.map(({ id }) => id),
  }
}

/** On the roll as probationary: their case stands at the oath or after it. */
function onProbation(branches: readonly DemoBranch[], today: Day): Candidate[] {
  const found = branches.flatMap((home) =>
    home.people
      .filter(
        ({ stage, joinedOn }) => stage === 'probationary' && daysBetween(joinedOn, today) > 70,
      )
      .map((member) => ({ home, member })),
  )
  return found.slice(0, admittedMax).map(({ home, member }) => {
    const appliedOn = addDays(member.joinedOn, -meetingDay)
    const steps = 20
    return candidateIn(home, { person: memberOf(member), appliedOn, steps, inspectedUntil: today })
  })
}

/** Became full members in the last months: only the archive is left. */
function confirmed(branches: readonly DemoBranch[], today: Day): Candidate[] {
  const found = branches.flatMap((home) =>
    home.people
      .filter(({ stage, joinedOn }) => {
        const days = daysBetween(joinedOn, today)
        return stage === 'full' && days > 410 && days < 365 * 3
      })
      .map((member) => ({ home, member })),
  )
  return found.slice(0, confirmedMax).map(({ home, member }) => {
    const appliedOn = addDays(member.joinedOn, -meetingDay)
    return candidateIn(home, {
      person: memberOf(member),
      appliedOn,
      steps: 24,
      inspectedUntil: today,
    })
  })
}

function memberOf(member: DemoMember): Person {
  const { id, name, sex, ethnicity, bornOn, education, idNumber } = member
  return { name, sex, ethnicity, bornOn, education, idNumber, memberId: id }
}

function strangerOf(dice: Dice, at: number): Person {
  const bornOn = `${1988 + dice.between(0, 13)}-0${dice.between(1, 9)}-1${dice.between(0, 9)}`
  const sex = dice.chance(0.45) ? ('female' as const) : ('male' as const)
  return {
    name: nameFrom(dice),
    sex,
    ethnicity: '01',
    bornOn,
    memberId: null,
    education: dice.one(['21', '21', '31', '41']),
    idNumber: idNumberOf(bornOn, sex, serialFrom + at),
  }
}
