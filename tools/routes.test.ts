import { expect, test } from 'vitest'
import { routeOf, routesOf } from './routes.ts'
import { unlinked } from './unlinked.ts'

test('the routes of both faces are known by their declarations', () => {
  for (const face of ['admin', 'mobile'] as const) {
    const routes = routesOf(face)
    expect(routes.length).toBeGreaterThan(50)
    expect(new Set(routes).size).toBe(routes.length)
  }
})

test.each([
  ['/plans', '/plans'],
  ['/plans/calendar', '/plans/calendar'],
  ['/plans/u1/p1', '/plans/$unitId/$planId'],
  ['/plans/u1/p1/more', undefined],
])('%s belongs to %s', (address, route) => {
  expect(routeOf(['/plans', '/plans/calendar', '/plans/$unitId/$planId'], address)).toBe(route)
})

test('what is excused from having a link is a route', () => {
  for (const face of ['admin', 'mobile'] as const)
    expect(routesOf(face)).toEqual(expect.arrayContaining(Object.keys(unlinked[face])))
})
