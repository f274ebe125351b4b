import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeConfig } from './config.ts'

test.each(['README.md', 'README.zh-CN.md'])('%s lists every setting, with its default', (name) => {
  const page = readFileSync(join(import.meta.dirname, '..', name), 'utf8')
  const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const listed = rows
    .filter(([, setting = '']) => /^`[A-Z_]+`$/.test(setting))
    .map(([, setting, value]) => [setting, value])

  const settings = describeConfig({}).map((one) => [
    `\`${one.name}\``,
    one.value && `\`${one.value}\``,
  ])
  expect(listed).toEqual(settings)
})
