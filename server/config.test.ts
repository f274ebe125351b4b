import { expect, test } from 'vitest'
import { describeConfig, readConfig } from './config.ts'

test('an empty environment is enough, and an empty setting is none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({
    HOST: '127.0.0.1',
    PORT: 8080,
    DATA_DIR: './data',
  })
})

test.each([
  [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535, not “80.5”'],
  [{ PORT: '65536' }, 'PORT must be'],
  [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must look like postgres://'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
  [{ DEMO: 'yes' }, 'DEMO must be on or off'],
  [{ PORT: 'x', DEMO: 'yes' }, 'DEMO must be on or off'],
])('%o is refused with a sentence', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence)
})

test('secrets are neither printed nor quoted', () => {
  const [short, secret] = ['short-secret', 'a'.repeat(40)]
  const url = `postgres://me:${secret}@db.example:5432/zhixing`
  const table = describeConfig({ SECRET: secret, DATABASE_URL: url })

  expect(JSON.stringify(table)).not.toContain(secret)
  expect(table.find(({ name }) => name === 'DATABASE_URL')?.value).toContain('db.example:5432')
  expect(() => readConfig({ SECRET: short })).toThrow(/^(?!.*short-secret).*SECRET must/)
})
