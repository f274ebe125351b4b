import type { OrganizationKind } from '@zhixing/contract'
import { describe, expect, test } from 'vitest'
import { faultOfEmployerCode } from './employer-code.ts'
import { sentenceOf, snapshotOf, wasOn } from './history.ts'
import { refuseChild, refuseNewKind } from './kinds.ts'
import { refuseMove } from './move.ts'
import { checksOf, setupKeys, termKeyOf } from './setup.ts'
import type { SetupFacts, SetupRules } from './setup.ts'

test.each([
  ['committee', 'agencyCommittee', undefined],
  ['agencyCommittee', 'committee', undefined],
  ['agencyCommittee', 'branch', undefined],
  ['leadingGroup', 'branch', undefined],
  ['generalBranch', 'jointBranch', undefined],
  ['generalBranch', 'committee', 'organizations.kind'],
  ['committee', 'group', 'organizations.kind'],
  ['branch', 'group', undefined],
  ['temporaryJointBranch', 'group', undefined],
  ['branch', 'branch', 'organizations.leaf'],
  ['group', 'group', 'organizations.leaf'],
] as const)('below a %s, a %s: %s', (parent, kind, refusal) => {
  expect(refuseChild({ kind: parent }, kind)).toBe(refusal)
})

test.each([
  ['branch', 'jointBranch', true, undefined],
  ['branch', 'committee', true, 'organizations.kindFixed'],
  ['branch', 'committee', false, undefined],
  ['generalBranch', 'committee', true, undefined],
  ['group', 'branch', true, 'organizations.kindFixed'],
] as const)('a %s becomes a %s, in use: %s', (kind, next, isInUse, refusal) => {
  expect(refuseNewKind({ kind, isInUse }, next)).toBe(refusal)
})

test.each([
  ['91350100M000100Y43', undefined],
  ['91350100M000100Y44', '末位校验码应为“3”'],
  ['91350100M000100', '应为18位，现为15位'],
  ['91350100I000100Y43', '第9位“I”不是允许的数字或字母'],
])('the credit code %s: %s', (code, fault) => {
  expect(faultOfEmployerCode(code)).toBe(fault)
})

describe('moving', () => {
  const node = { unitId: 'u', parentId: 'u', dissolvedOn: null }
  const one = { ...node, id: 'a', path: '/u/a/', kind: 'generalBranch' } as const
  const parent = { ...node, id: 'b', path: '/u/b/', kind: 'committee' } as const

  test.each([
    ['beside', {}, {}, undefined],
    ['under itself', {}, { id: 'a', path: '/u/a/' }, 'organizations.below'],
    ['under its own branch', {}, { path: '/u/a/c/', kind: 'branch' }, 'organizations.below'],
    ['where it is', {}, { id: 'u', path: '/u/' }, 'organizations.same'],
    ['into another unit', {}, { unitId: 'v', path: '/v/b/' }, 'organizations.otherUnit'],
    ['under a branch', {}, { kind: 'branch' }, 'organizations.leaf'],
    ['what is the root', { parentId: null }, {}, 'organizations.root'],
    ['what is gone', { dissolvedOn: '2026-01-01' }, {}, 'organizations.dissolved'],
  ] as const)('%s', (_, of, to, refusal) => {
    expect(refuseMove({ ...one, ...of }, { ...parent, ...to })).toBe(refusal)
  })
})

const day = '2026-06-01'
const values: Partial<Record<keyof SetupRules, number>> = {
  'branch.min_full_members': 3,
  'branch.max': 50,
  'branch.joint.max_units': 5,
  'committee.required_from': 7,
  'committee.size.min': 3,
  'committee.size.usual': 5,
  'committee.size.max': 7,
  'committee.term.remind_before': 6,
  'committee.term.other': 3,
}
const rules = Object.fromEntries(
  setupKeys.map((key) => [key, { value: values[key] ?? 0, clause: `《条例》${key}` }]),
) as SetupRules
const sound: SetupFacts = {
  kind: 'branch',
  sector: 'agency',
  full: 20,
  probationary: 1,
  officers: 3,
  hasSecretary: true,
  coveredUnits: 0,
  termEndsOn: '2028-01-01',
}
const codes = (facts: Partial<SetupFacts>) =>
  checksOf({ ...sound, ...facts }, rules, day).map(({ code }) => code)

describe('the set-up of an organization', () => {
  test.each([
    ['is sound', {}, []],
    ['too few full members', { full: 2, probationary: 9 }, ['tooFew']],
    ['three are enough', { full: 3, officers: 1 }, []],
    ['a joint branch may be small', { kind: 'jointBranch', full: 2, coveredUnits: 3 }, []],
    ['fifty are enough', { full: 49 }, []],
    ['more than fifty', { full: 50 }, ['tooMany']],
    ['six need no committee', { full: 6, officers: 1 }, []],
    ['seven need one', { full: 7, officers: 2 }, ['needsCommittee']],
    ['a committee of eight', { officers: 8 }, ['committeeTooLarge']],
    ['six units together', { kind: 'jointBranch', coveredUnits: 6 }, ['jointTooMany']],
    ['units unknown', { kind: 'jointBranch', coveredUnits: 0 }, ['jointUnits']],
    ['nobody first responsible', { hasSecretary: false }, ['noSecretary']],
    ['overdue', { termEndsOn: '2026-05-31' }, ['termOverdue']],
    ['on its last day', { termEndsOn: day }, ['termEnding']],
    ['half a year ahead', { termEndsOn: '2026-12-01' }, ['termEnding']],
    ['longer ahead', { termEndsOn: '2026-12-02' }, []],
    ['never elected', { termEndsOn: null }, ['termUnknown']],
    ['temporary', { kind: 'temporaryBranch', termEndsOn: null, officers: 1 }, ['temporaryLimits']],
    ['a committee without own members', { kind: 'committee', full: 0, probationary: 0 }, []],
    ['members outside branches', { kind: 'committee', full: 4 }, ['outsideBranch']],
    ['a group', { kind: 'group', full: 1, hasSecretary: false, termEndsOn: null }, []],
  ] as const)('%s', (_, facts, expected) => {
    expect(codes(facts)).toEqual(expected)
  })

  test('names the most urgent first, with number, clause and next step', () => {
    const [first, ...others] = checksOf({ ...sound, full: 2, termEndsOn: '2026-01-01' }, rules, day)
    expect(first).toMatchObject({ code: 'termOverdue', severity: 'late' })
    expect(others[0]).toMatchObject({
      sentence: '正式党员 2 名，不足 3 名',
      next: expect.any(String),
    })
    expect(first?.clause).toContain('《条例》')
  })

  test.each([
    ['branch', 'village', 'committee.term.village'],
    ['branch', 'community', 'committee.term.village'],
    ['branch', 'agency', 'committee.term.other'],
    ['generalBranch', 'village', 'committee.term.committee'],
  ] as const)('a %s in %s serves by %s', (kind, sector, key) => {
    expect(termKeyOf({ kind, sector })).toBe(key)
  })
})

describe('history', () => {
  const now = {
    name: '新名',
    kind: 'branch' as OrganizationKind,
    parentId: 'b',
    sector: 'village',
    code: null,
    foundedOn: null,
    dissolvedOn: null,
  }
  const before = snapshotOf({ ...now, name: '旧名', parentId: 'a' }, '甲党委')
  const after = snapshotOf(now, '乙党委')

  test('tells what it was before everything that came later', () => {
    const since = [
      { what: 'split', before: null },
      { what: 'moved', before },
      { what: 'renamed', before: after },
    ] as const
    expect(wasOn(now, since)).toMatchObject({ name: '旧名', parentId: 'a' })
    expect(wasOn(now, [])).toBe(now)
    expect(wasOn(now, [{ what: 'founded', before: null }])).toBeUndefined()
  })

  test.each([
    ['founded', '设立党支部“新名”'],
    ['renamed', '由“旧名”更名为“新名”'],
    ['moved', '由“甲党委”划归“乙党委”'],
    ['mergedInto', '并入“东支部”'],
    ['splitFrom', '从“东支部”分设成立'],
  ] as const)('says %s', (what, sentence) => {
    expect(sentenceOf({ what, before, after, other: '东支部' })).toBe(sentence)
  })
})
