import { expect, test } from 'vitest'
import { Departure } from './departure.ts'

test('what came last goes first, once, however often somebody asks', async () => {
  const departure = new Departure()
  const gone: string[] = []
  for (const name of ['database', 'pool', 'pages']) departure.last(async () => void gone.push(name))

  await Promise.all([departure.leave(), departure.leave()])
  expect(gone).toEqual(['pages', 'pool', 'database'])
})

test('a step that fails or never ends does not keep the others', async () => {
  const departure = new Departure(20)
  const gone: string[] = []
  departure.last(async () => void gone.push('database'))
  departure.last(() => Promise.reject(new Error('broken')))
  departure.last(() => Promise.withResolvers().promise)

  await departure.leave()
  expect(gone).toEqual(['database'])
})

test('an arrival that is interrupted goes no further, and what it had begun is ended', async () => {
  const departure = new Departure()
  const told: string[] = []
  const arrive = async () => {
    await new Promise((done) => setTimeout(done, 20))
    departure.last(async () => void told.push('database stopped'))
    departure.goOn()
    told.push('listening')
  }

  const arrival = departure.arriving(arrive())
  await departure.leave()
  await arrival
  expect(told).toEqual(['database stopped'])
})
