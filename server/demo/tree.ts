import type { OrganizationKind } from '@zhixing/contract'
import type { sectors } from '@zhixing/contract/words.ts'
import { newId } from '../kernel/ids.ts'
import type { Dice } from './dice.ts'
import { bureaus, companies, townships, villages } from './names.ts'

export type DemoOrganization = {
  readonly id: string
  readonly unitId: string
  readonly parentId: string | null
  readonly path: string
  readonly kind: OrganizationKind
  readonly name: string
  readonly sector: keyof typeof sectors
  readonly employer: string
  readonly foundedOn: string
}

export type DemoTree = {
  readonly county: DemoOrganization
  readonly organizations: readonly DemoOrganization[]
  /** Those that members belong to. */
  readonly branches: readonly DemoOrganization[]
}

/** No map shows it. */
export const countyName = '中共禾岭县委'

const meanBranch = 20

export type DemoSize = {
  readonly members: number
  /** As many as these members need, where nobody says. */
  readonly organizations?: number | undefined
}

/** Where a county stands that is part of something larger. */
export type DemoAbove = Pick<DemoOrganization, 'id' | 'path'>

/** A county: townships with villages, organs, schools, new companies; as many branches as the members need. */
export function treeFor(size: DemoSize, dice: Dice, above?: DemoAbove): DemoTree {
  const count = branchesOf(size)
  const organizations: DemoOrganization[] = []
  const found: Found = (parent, facts) => {
    const organization = organizationBelow(parent, facts, dice)
    organizations.push(organization)
    return organization
  }

  const county = countyBelow(above, dice)
  organizations.push(county)
  for (const [share, fill] of fields) fill(county, Math.round(count * share), found)

  const branches = organizations.filter(({ kind }) => kind === 'branch' || kind === 'jointBranch')
  return { county, organizations, branches }
}

/** Every six branches of villages, which are half of all, have a committee; four other committees and the county's. */
function branchesOf({ members, organizations }: DemoSize): number {
  const wanted = organizations ? (organizations - 5) / (1 + 1 / 12) : members / meanBranch
  return Math.max(4, Math.round(wanted))
}

function countyBelow(above: DemoAbove | undefined, dice: Dice): DemoOrganization {
  const facts = { kind: 'committee', name: countyName, sector: 'other' } as const
  const county = organizationBelow(undefined, facts, dice)
  return above ? { ...county, parentId: above.id, path: `${above.path}${county.id}/` } : county
}

type Facts = Pick<DemoOrganization, 'kind' | 'name' | 'sector'> & { readonly employer?: string }
type Found = (parent: DemoOrganization | undefined, facts: Facts) => DemoOrganization
type Fill = (county: DemoOrganization, count: number, found: Found) => void

/** The fields of a county, each with its share of the branches. */
const fields: readonly (readonly [number, Fill])[] = [
  [0.5, fillVillages],
  [0.25, fillOrgans],
  [0.1, fillSchools],
  [0.05, fillHospital],
  [0.1, fillCompanies],
]

function fillVillages(county: DemoOrganization, count: number, found: Found): void {
  const sector = 'village'
  const committees = Array.from(
    { length: Math.max(1, Math.min(400, Math.ceil(count / 6))) },
    (_, at) => found(county, { kind: 'committee', name: `${nth(townships, at)}党委`, sector }),
  )
  for (let at = 0; at < count; at += 1) {
    const employer = `${nth(villages, at)}村`
    const parent = committees[at % committees.length] ?? county
    found(parent, { kind: 'branch', name: `${employer}党支部`, sector, employer })
  }
}

function fillOrgans(county: DemoOrganization, count: number, found: Found): void {
  const sector = 'agency'
  const parent = found(county, { kind: 'agencyCommittee', name: '县直机关工委', sector })
  for (let at = 0; at < count; at += 1) {
    const employer = nth(bureaus, at)
    found(parent, { kind: 'branch', name: `县${employer}党支部`, sector, employer })
  }
}

function fillSchools(county: DemoOrganization, count: number, found: Found): void {
  const sector = 'school'
  const parent = found(county, { kind: 'committee', name: '县教育系统党委', sector })
  for (let at = 0; at < count; at += 1) {
    const employer = `第${at + 1}中学`
    found(parent, { kind: 'branch', name: `${employer}党支部`, sector, employer })
  }
}

function fillHospital(county: DemoOrganization, count: number, found: Found): void {
  const [sector, employer] = ['institution', '县人民医院'] as const
  const parent = found(county, {
    kind: 'generalBranch',
    name: `${employer}党总支`,
    sector,
    employer,
  })
  for (let at = 0; at < count; at += 1)
    found(parent, { kind: 'branch', name: `${employer}第${at + 1}党支部`, sector, employer })
}

function fillCompanies(county: DemoOrganization, count: number, found: Found): void {
  const sector = 'privateEnterprise'
  const parent = found(county, { kind: 'workCommittee', name: '两新组织党工委', sector })
  for (let at = 0; at < count; at += 1) {
    const employer = `${nth(companies, at)}公司`
    const isJoint = at % 4 === 3
    const name = `${employer}${isJoint ? '联合' : ''}党支部`
    found(parent, { kind: isJoint ? 'jointBranch' : 'branch', name, sector, employer })
  }
}

function organizationBelow(
  parent: DemoOrganization | undefined,
  facts: Facts,
  dice: Dice,
): DemoOrganization {
  const id = newId()
  return {
    employer: '',
    ...facts,
    id,
    unitId: parent?.unitId ?? id,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    foundedOn: `${dice.between(1952, 2021)}-07-01`,
  }
}

/** The list from the start again when it is over, numbered by lap. */
function nth(list: readonly string[], at: number): string {
  const lap = Math.floor(at / list.length)
  return `${list[at % list.length] ?? ''}${lap > 0 ? `第${lap + 1}` : ''}`
}
