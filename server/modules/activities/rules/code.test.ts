import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readCode,
  readTicket,
  refuseSignIn,
  refuseSlot,
  slotOf,
  writeCode,
  writeTicket,
} from './code.ts'

const times = { renew: 15, valid: 30, finish: 300 }
const at = (seconds: number) => new Date(seconds * 1000)

test('a code is new every fifteen seconds and good for thirty', () => {
  const slot = slotOf(at(1_500_007), times)
  const shown = slot * 15
  expect(slotOf(at(shown + 14.9), times)).toBe(slot)
  expect(slotOf(at(shown + 15), times)).toBe(slot + 1)
  expect(refuseSlot(slot, at(shown), times)).toBeUndefined()
  expect(refuseSlot(slot, at(shown + 29.9), times)).toBeUndefined()
  expect(refuseSlot(slot, at(shown + 30), times)?.reason).toBe('activities.codeExpired')
  expect(refuseSlot(slot + 1, at(shown + 14), times)?.reason).toBe('activities.codeBroken')
})

const key = fc.record({ unitId: fc.uuid(), activityId: fc.uuid() })

test('what is written short is read back whole', () => {
  fc.assert(
    fc.property(key, fc.nat(2_000_000_000), (ids, number) => {
      const code = writeCode({ ...ids, slot: number }, 'signature-of-16.')
      expect(readCode(code.replaceAll('.', '.'))).toBeUndefined()
      const signed = writeCode({ ...ids, slot: number }, 'signature-of-16c')
      expect(readCode(signed)).toEqual({ ...ids, slot: number, signature: 'signature-of-16c' })
      const ticket = writeTicket({ ...ids, until: number }, 'sig')
      expect(readTicket(ticket)).toEqual({ ...ids, until: number, signature: 'sig' })
    }),
  )
})

test('whatever else is scanned is no code', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const facts = readCode(text)
      expect(facts === undefined || facts.signature.length > 0).toBe(true)
    }),
  )
})

test('the door opens before the beginning and closes with the end', () => {
  const meeting = { startsAt: at(36_000), endsAt: at(43_200) }
  const rules = { opensBefore: 60, closesAfter: 5 }
  const judge = (seconds: number) => refuseSignIn(meeting, at(seconds), rules)
  expect([judge(32_399), judge(32_400), judge(43_499), judge(43_500)]).toEqual([
    'early',
    undefined,
    undefined,
    'over',
  ])
})
