import { addMonths, dayOf, startOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import { newId } from '../kernel/ids.ts'
import type { Vault } from '../kernel/vault.ts'
import type { members } from '../modules/members/table.ts'
import type { Dice } from './dice.ts'
import { idNumberOf } from './id-number.ts'
import { branchSize, personIn } from './people.ts'
import type { DemoMember } from './people.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

export type DemoBranch = {
  readonly branch: DemoOrganization
  readonly people: readonly DemoMember[]
  /** By post; a small branch has a secretary only. */
  readonly officers: ReadonlyMap<Post, DemoMember>
}
type Post =
  | 'secretary'
  | 'deputySecretary'
  | 'organizationOfficer'
  | 'publicityOfficer'
  | 'disciplineOfficer'

const seven = 7
const allPosts: readonly Post[] = [
  'secretary',
  'organizationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
]

/** Fills the branches until the county has its members. */
export function populate(tree: DemoTree, wanted: number, today: Day, dice: Dice): DemoBranch[] {
  const sizes = tree.branches.map(() => branchSize(dice))
  const sum = sizes.reduce((all, size) => all + size, 0)
  let order = 0
  const numbered = numberer()
  return tree.branches.map((branch, at) => {
    const size = Math.max(3, Math.round(((sizes[at] ?? 3) * wanted) / sum))
    const people = Array.from({ length: size }, () =>
      numbered(personIn(branch, (order += 1), today, dice)),
    )
    return { branch, people, officers: officersOf(people) }
  })
}

/** However many are born on one day, each has an ID number of their own. */
function numberer() {
  const born = new Map<string, number>()
  return (person: DemoMember): DemoMember => {
    const { bornOn, sex } = person
    const key = `${bornOn} ${sex}`
    const earlier = born.get(key) ?? 0
    born.set(key, earlier + 1)
    return { ...person, idNumber: idNumberOf(bornOn, sex, earlier) }
  }
}

/** Full members of working age who are here; from seven full members on there is a committee. */
function officersOf(people: readonly DemoMember[]): Map<Post, DemoMember> {
  const able = people
    .filter(({ stage, floatingSince, excuse }) => stage === 'full' && !floatingSince && !excuse)
    .toSorted((one, other) => other.bornOn.localeCompare(one.bornOn))
    .slice(Math.floor(people.length / 5))
  const full = people.filter(({ stage }) => stage === 'full').length
  const wanted = full >= seven ? allPosts : allPosts.slice(0, 1)
  return new Map(
    wanted.flatMap((post, at) => {
      const person = able[at]
      return person ? [[post, person] as const] : []
    }),
  )
}

/** As people of these jobs are: a deputy head of an office is of the section level. */
function rankOf({ occupation }: DemoMember): 'section' | 'ordinary' {
  return ['副局长', '四级调研员'].includes(occupation) ? 'section' : 'ordinary'
}

function tradeOf({ occupation, employment }: DemoMember) {
  if (employment === 'farmer') return 'farmer'
  if (employment === 'retired') return 'retired'
  if (/教师|教务|班主任/.test(occupation)) return 'teacher'
  return /医师|护士|药师|科主任/.test(occupation) ? 'medic' : 'civilServant'
}

export function memberRow(
  person: DemoMember,
  vault: Vault,
  nameKey: string,
): typeof members.$inferInsert {
  const { idNumber, phone, address, excuse: _, zeal: __, ...facts } = person
  return {
    ...facts,
    rank: rankOf(person),
    trade: tradeOf(person),
    nameKey,
    idNumberSealed: vault.seal(idNumber),
    idNumberIndex: vault.index(idNumber),
    phoneSealed: vault.seal(phone),
    phoneIndex: vault.index(phone),
    addressSealed: vault.seal(address),
  }
}

export function postRows({ branch, officers }: DemoBranch, now: Date) {
  const from = electedOn(branch, now)
  return [...officers].map(([post, { id: memberId }]) => ({
    id: newId(),
    unitId: branch.unitId,
    organizationId: branch.id,
    memberId,
    post,
    from,
    byId: newId(),
  }))
}

/** The sitting committee; the term of every ninth branch is nearly over. */
export function termRow({ branch }: DemoBranch, now: Date) {
  const from = electedOn(branch, now)
  const years = branch.sector === 'village' ? 5 : 3
  return {
    id: newId(),
    organizationId: branch.id,
    electedOn: from,
    endsOn: addMonths(from, 12 * years),
  }
}

export function excuseRows({ people, branch }: DemoBranch, today: Day) {
  return people.flatMap(({ id: memberId, excuse }) =>
    excuse
      ? [
          {
            id: newId(),
            unitId: branch.unitId,
            memberId,
            reason: excuse,
            from: addMonths(today, -14),
            approvedBy: `${branch.name}支委会`,
            byId: newId(),
            at: startOf(addMonths(today, -14)),
          },
        ]
      : [],
  )
}

function electedOn({ sector, name }: DemoOrganization, now: Date): Day {
  const years = sector === 'village' ? 5 : 3
  const isNearlyOver = name.length % 9 === 0
  return addMonths(dayOf(now), isNearlyOver ? 1 - 12 * years : -14)
}
