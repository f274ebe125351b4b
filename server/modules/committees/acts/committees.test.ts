import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal, tracesIn } from '../../../testing/expect.ts'
import { plant, plantCaller, plantMember } from '../../../testing/world.ts'
import { tighten } from '../../rules/acts/set.ts'
import { showOrganization } from '../../organizations/views/show.ts'
import { appoint } from './appoint.ts'
import { elect } from './elect.ts'
import { endPost } from './end-post.ts'
import { extend } from './extend.ts'

/** An eastern branch in which two people can be elected. */
async function branch() {
  const world = await plant(db)
  const organizationId = world.east.id
  const [first, second] = [
    await plantMember(db, world.east, { name: '李一' }),
    await plantMember(db, world.east, { name: '李二' }),
  ]
  const holders = [
    { memberId: first, post: 'secretary' },
    { memberId: second, post: 'disciplineOfficer' },
  ] as const
  return { ...world, organizationId, first, second, holders: [...holders] }
}

describe('an election', () => {
  test('[S1-21] names who is first responsible and for what, and serves as long as the rule says', async () => {
    const { organizer, organizationId, holders } = await branch()
    const { endsOn } = await elect(organizer, { organizationId, electedOn: '2026-05-20', holders })

    expect(endsOn).toBe('2029-05-20')
    const shown = await showOrganization(organizer, { organizationId })
    const { term, holders: seen, checks, responsible } = shown
    expect(responsible).toMatchObject({ memberName: '李一', post: 'secretary' })
    expect(responsible?.duties.length).toBeGreaterThan(2)
    expect(responsible?.clause).toContain('第六章')
    expect(term).toMatchObject({ electedOn: '2026-05-20', endsOn, state: 'serving' })
    expect(seen.find(({ post }) => post === 'secretary')).toMatchObject({ memberName: '李一' })
    const codes = checks.map(({ code }) => code)
    expect(codes).not.toContain('noSecretary')
    expect(codes).not.toContain('termUnknown')
  })

  test('ends the term and the posts before it', async () => {
    const { organizer, organizationId, holders, first, second } = await branch()
    await elect(organizer, { organizationId, electedOn: '2023-05-20', holders })
    const swapped = [
      { memberId: second, post: 'secretary' },
      { memberId: first, post: 'officer' },
    ] as const
    await elect(organizer, { organizationId, electedOn: '2026-05-20', holders: [...swapped] })

    const { holders: seen, history } = await showOrganization(organizer, { organizationId })
    expect(seen.map(({ post, memberName }) => [post, memberName])).toEqual(
      expect.arrayContaining([
        ['secretary', '李二'],
        ['officer', '李一'],
      ]),
    )
    expect(seen).toHaveLength(2)
    expect(history.map(({ what }) => what)).toEqual(['elected', 'elected'])
  })

  test('follows the rule of the county, which may be shorter', async () => {
    const { organizer, organizationId, holders, county } = await branch()
    const rule = { key: 'committee.term.other', value: 2, clause: '县委规定', from: '2026-06-01' }
    await tighten(organizer, { ...rule, organizationId: county.id })
    const { endsOn } = await elect(organizer, { organizationId, electedOn: '2026-06-01', holders })
    expect(endsOn).toBe('2028-06-01')
  })
})

describe('an election is refused', () => {
  test('when it lies ahead, before the last one, or serves too long', async () => {
    const { organizer, organizationId, holders } = await branch()
    const input = { organizationId, electedOn: '2026-05-20', holders }
    const ahead = { ...input, electedOn: '2026-06-02' }
    await expectRefusal(elect(organizer, ahead), 'committees.future')
    await expectRefusal(elect(organizer, { ...input, years: 5 }), 'committees.tooLong')
    await elect(organizer, input)
    await expectRefusal(elect(organizer, input), 'committees.order')
  })

  test('when the slate is not one, or names somebody who cannot be elected', async () => {
    const { organizer, organizationId, holders, first, second, west, east } = await branch()
    const probationary = await plantMember(db, east, { stage: 'probationary' })
    const stranger = await plantMember(db, west)
    const slate = (memberId: string) => ({
      organizationId,
      electedOn: '2026-05-20',
      holders: [{ memberId, post: 'secretary' as const }],
    })
    const two = [first, second].map((memberId) => ({ memberId, post: 'secretary' as const }))
    const twice = { ...slate(first), holders: two }
    await expectRefusal(elect(organizer, twice), 'committees.secretaries')
    const same = { ...slate(first), holders: [...holders, ...holders.slice(1)] }
    await expectRefusal(elect(organizer, same), 'committees.twice')
    await expectRefusal(elect(organizer, slate(probationary)), 'committees.probationary')
    await expectRefusal(elect(organizer, slate(stranger)), 'committees.outside')
    await expectRefusal(elect(organizer, slate(newId())), 'members.unknown')
    const { term, holders: none } = await showOrganization(organizer, { organizationId })
    expect([term, none]).toEqual([null, []])
  })
})

describe('a term', () => {
  test('that is over is shown as overdue until it is extended, by a year at most', async () => {
    const { organizer, organizationId, holders } = await branch()
    const approved = { organizationId, reason: '乡党委批复' }
    const until = { ...approved, extendedTo: '2026-12-31' }
    await expectRefusal(extend(organizer, until), 'committees.noTerm')
    await elect(organizer, { organizationId, electedOn: '2023-05-20', holders })
    const shown = async () => showOrganization(organizer, { organizationId })
    expect((await shown()).term?.state).toBe('overdue')

    const late = { ...approved, extendedTo: '2027-05-21' }
    await expectRefusal(extend(organizer, late), 'committees.tooLong')
    const early = { ...approved, extendedTo: '2026-05-20' }
    await expectRefusal(extend(organizer, early), 'committees.notLater')
    await extend(organizer, until)
    const { term, checks } = await shown()
    expect(term).toMatchObject({ extendedTo: '2026-12-31', state: 'serving' })
    expect(checks.map(({ code }) => code)).not.toContain('termOverdue')
  })
})

describe('a post', () => {
  test('is taken, given up, and taken by the next', async () => {
    const world = await branch()
    const { organizer, organizationId, first, second } = world
    const at = { organizationId, from: '2026-05-01' }
    const taken = { ...at, memberId: first, post: 'secretary' } as const
    const { postId } = await appoint(organizer, taken)

    await expectRefusal(appoint(organizer, taken), 'committees.already')
    const next = { ...taken, memberId: second }
    await expectRefusal(appoint(organizer, next), 'committees.taken')
    const ahead = { organizationId, postId, until: '2026-06-02' }
    await expectRefusal(endPost(organizer, ahead), 'committees.future')
    const before = { ...ahead, until: '2026-05-01' }
    await expectRefusal(endPost(organizer, before), 'committees.span')
    await endPost(organizer, { ...ahead, until: '2026-06-01' })
    await expectRefusal(endPost(organizer, ahead), 'committees.unknownPost')
    await appoint(organizer, { ...next, from: '2026-06-01' })
    expect(await tracesIn(db, world)).toHaveLength(3)
  })

  test('is nobody else’s to give', async () => {
    const { organizationId, first, west } = await branch()
    const clerk = await plantCaller(db, west, { office: 'clerk' })
    const input = { organizationId, memberId: first, post: 'officer', from: '2026-05-01' } as const
    await expectRefusal(appoint(clerk, input), 'organizations.unknown')
  })
})
