import { addDays, addMonths, yearOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import type { Dice } from './dice.ts'
import { idNumberOf, phoneOf } from './id-number.ts'
import { nameFrom } from './names.ts'
import type { DemoOrganization } from './tree.ts'

export type DemoMember = ReturnType<typeof personIn>

type Weight<Key> = readonly [Key, number]

/** Ages of Party members, in shares of the national bulletin of the end of 2024. */
const ages: readonly Weight<readonly [number, number]>[] = [
  [[22, 30], 12.2],
  [[31, 35], 10.7],
  [[36, 40], 11.4],
  [[41, 45], 9.7],
  [[46, 50], 9],
  [[51, 55], 9.4],
  [[56, 60], 8.6],
  [[61, 92], 28.9],
]

/** Education by age: the young went to college. GB/T 4658 codes. */
const schooling: Readonly<Record<'young' | 'middle' | 'old', readonly Weight<string>[]>> = {
  young: [
    ['14', 12],
    ['21', 48],
    ['31', 26],
    ['41', 4],
    ['61', 6],
    ['71', 4],
  ],
  middle: [
    ['14', 4],
    ['21', 32],
    ['31', 30],
    ['41', 8],
    ['61', 14],
    ['71', 12],
  ],
  old: [
    ['21', 8],
    ['31', 14],
    ['41', 8],
    ['61', 20],
    ['71', 32],
    ['81', 18],
  ],
}

const destinations = ['广东省深圳市', '浙江省宁波市', '江苏省苏州市', '上海市', '福建省厦门市']

/** The size of a branch: many small ones, a few that ought to be split. */
export function branchSize(dice: Dice): number {
  if (dice.chance(0.02)) return dice.between(51, 58)
  return Math.max(3, Math.min(48, Math.round(Math.exp(2.85 + 0.5 * dice.normal()))))
}

/** One member of a branch, born and admitted as the bulletin's shares say; `order` makes the numbers unique. */
export function personIn(
  branch: Pick<DemoOrganization, 'id' | 'unitId' | 'name' | 'sector' | 'employer'>,
  order: number,
  today: Day,
  dice: Dice,
) {
  const [from, to] = dice.weighted(ages)
  const age =
    branch.sector === 'village' ? dice.between(from, to) : Math.min(dice.between(from, to), 68)
  const bornOn = addDays(`${yearOf(today) - age}-01-01`, dice.between(0, 300))
  const sex = dice.chance(branch.sector === 'school' ? 0.5 : 0.31) ? 'female' : 'male'
  const isProbationary = age < 46 && dice.chance(0.035)
  const joinedOn = isProbationary
    ? addDays(today, -dice.between(20, 350))
    : joinDay(bornOn, today, dice)
  const floats = branch.sector === 'village' && age < 56 && dice.chance(0.14)
  const education = dice.weighted(schooling[generationOf(age)])

  return {
    id: newId(),
    unitId: branch.unitId,
    organizationId: branch.id,
    name: nameFrom(dice),
    sex,
    ethnicity: dice.chance(0.077) ? dice.one(['06', '11', '03', '15']) : '01',
    idNumber: idNumberOf(bornOn, sex, order % 500),
    phone: phoneOf(order),
    address: `禾岭县${branch.employer || branch.name}${dice.between(1, 400)}号`,
    bornOn,
    education,
    stage: isProbationary ? 'probationary' : 'full',
    joinedOn,
    confirmedOn: isProbationary ? null : addMonths(joinedOn, 12),
    ...workOf(branch, age, dice),
    floatingSince: floats ? addDays(today, -dice.between(200, 1200)) : null,
    floatingTo: floats ? dice.one(destinations) : '',
    arrivedOn: joinedOn,
    excuse: age >= 66 && dice.chance(0.16) ? dice.one(['frail', 'ill', 'immobile'] as const) : null,
    /** How reliably this person comes; some need to be reminded. */
    zeal: dice.chance(0.12) ? 0.25 + dice.between(0, 30) / 100 : 0.8 + dice.between(0, 19) / 100,
  } as const
}

function generationOf(age: number): keyof typeof schooling {
  if (age < 36) return 'young'
  return age < 56 ? 'middle' : 'old'
}

/** Admitted between 18 and 40, more often young, and a year at least before today. */
function joinDay(bornOn: Day, today: Day, dice: Dice): Day {
  const latest = addDays(today, -400)
  const wanted = addDays(
    addMonths(bornOn, 12 * (18 + Math.min(dice.between(1, 22), dice.between(1, 22)))),
    dice.between(1, 200),
  )
  return wanted < latest ? wanted : latest
}

function workOf(branch: Pick<DemoOrganization, 'sector'>, age: number, dice: Dice) {
  if (branch.sector === 'village')
    return {
      employment: 'farmer',
      occupation: dice.one(['种植', '养殖', '村民小组', '务工', '个体经营']),
    } as const
  if (age >= 60) return { employment: 'retired', occupation: '离退休' } as const
  return { employment: 'employed', occupation: dice.one(jobsOf[branch.sector] ?? clerks) } as const
}

const clerks = ['科员', '股长', '副局长', '四级调研员']
const jobsOf: Partial<Record<DemoOrganization['sector'], readonly string[]>> = {
  school: ['语文教师', '数学教师', '教务主任', '班主任'],
  institution: ['医师', '护士', '药师', '科主任'],
  privateEnterprise: ['车间主任', '技术员', '销售', '财务'],
}
