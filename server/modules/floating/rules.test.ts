import { expect, test } from 'vitest'
import { contactDue, isTransferAdvised } from './rules/contact.ts'
import type { ContactRules } from './rules/contact.ts'
import { lossStage } from './rules/loss.ts'

const said = (value: number) => ({ value, clause: '依据' })
const rules: ContactRules = {
  'floating.threshold': said(6),
  'floating.long': said(24),
  'floating.transfer.after': said(6),
  'floating.contact.interval': said(30),
  'floating.contact.near': said(45),
  'floating.contact.student': said(60),
  'floating.contact.long': said(90),
  'abroad.contact': said(6),
}
const today = '2026-06-01'

test.each([
  { reason: null, range: null, since: '2026-01-01', kind: 'unregistered', dueOn: '2026-01-31' },
  { reason: 'work', range: 'abroad', since: '2020-01-01', kind: 'abroad', dueOn: '2020-07-01' },
  { reason: 'study', range: 'nation', since: '2020-01-01', kind: 'student', dueOn: '2020-03-01' },
  { reason: 'work', range: 'nation', since: '2025-12-02', kind: 'short', dueOn: '2026-01-01' },
  { reason: 'work', range: 'nation', since: '2025-12-01', kind: 'far', dueOn: '2025-12-31' },
  { reason: 'business', range: 'province', since: '2025-12-01', kind: 'near', dueOn: '2026-01-15' },
  { reason: 'family', range: 'county', since: '2024-06-01', kind: 'long', dueOn: '2024-08-30' },
] as const)(
  '$reason, $range, since $since is $kind and due on $dueOn',
  ({ kind, dueOn, ...away }) => {
    expect(contactDue(away, null, today, rules)).toMatchObject({
      class: kind,
      dueOn,
      isOverdue: true,
      clause: '依据',
    })
  },
)

test('who was reached is due an interval later, and not overdue on the very day', () => {
  const away = { since: '2025-01-01', reason: 'work', range: 'nation' } as const
  const due = contactDue(away, '2026-05-02', today, rules)
  expect(due).toMatchObject({ dueOn: '2026-06-01', isOverdue: false })
})

test('a place that has become fixed asks for the relationship to follow; study and abroad do not', () => {
  const away = { since: '2025-12-01', reason: 'work', range: 'nation' } as const
  expect(isTransferAdvised(away, today, rules)).toBe(true)
  expect(isTransferAdvised({ ...away, since: '2025-12-02' }, today, rules)).toBe(false)
  expect(isTransferAdvised({ ...away, reason: 'study' }, today, rules)).toBe(false)
  expect(isTransferAdvised({ ...away, range: 'abroad' }, today, rules)).toBe(false)
})

test.each([
  ['2026-01-01', false, 'searching', '2026-07-01'],
  ['2025-12-01', false, 'suspend', null],
  ['2025-12-01', true, 'suspended', '2028-06-01'],
  ['2023-12-01', true, 'remove', null],
] as const)('lost since %s, suspended %s: %s until %s', (since, isSuspended, stage, nextOn) => {
  const clock = { 'lost.suspend_after': said(6), 'lost.remove_after': said(2) }
  const lost = { since, isSuspended, suspendedOn: null }
  expect(lossStage(lost, today, clock)).toMatchObject({ stage, nextOn })
})

test('where the roll dates the suspension, removal counts from that day', () => {
  const clock = { 'lost.suspend_after': said(6), 'lost.remove_after': said(2) }
  const lost = { since: '2023-12-01', isSuspended: true, suspendedOn: '2025-03-10' }
  expect(lossStage(lost, today, clock)).toMatchObject({ stage: 'suspended', nextOn: '2027-03-10' })
})
