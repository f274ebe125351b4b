import { expect, test } from 'vitest'
import { isLive, refuseClaim } from './rules.ts'

const wish = { title: '政策宣传岗', seats: 3, taken: 0, isWithdrawn: false, own: 0 }
const most = { value: 2, clause: '本地参数' }

test.each([
  ['a free seat', {}, undefined],
  ['the last seat', { taken: 2 }, undefined],
  ['no seat left', { taken: 3 }, 'roles.full'],
  ['a second post', { own: 1 }, undefined],
  ['a third post', { own: 2 }, 'roles.most'],
  ['a post that is gone', { isWithdrawn: true }, 'roles.closed'],
])('%s', (_, changes, reason) => {
  expect(refuseClaim({ ...wish, ...changes }, most)?.reason).toBe(reason)
})

test('what was declined or ended takes no seat', () => {
  const live = (['assigned', 'claimed', 'held', 'assessed', 'declined', 'ended'] as const).filter(
    isLive,
  )
  expect(live).toEqual(['assigned', 'claimed', 'held', 'assessed'])
})
