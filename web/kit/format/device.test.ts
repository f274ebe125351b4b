import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36',
    'Windows 电脑 · Chrome',
  ],
  [
    'Mozilla/5.0 (Linux; Android 11; M2) AppleWebKit/537.36 Chrome/90.0 Mobile Safari/537.36 MicroMessenger/8.0',
    '安卓手机 · 微信',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Version/16.0 Safari/604.1',
    '苹果手机 · Safari',
  ],
  ['curl/8.5.0', '没有表明身份的程序'],
])('%s is shown as %s', (agent, words) => {
  expect(deviceOf(agent)).toBe(words)
})
