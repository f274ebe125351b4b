import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metricOf } from '../../metrics/index.ts'
import type { Facts } from './facts.ts'
import { templates } from './index.ts'

function factsOf(number: (metric: string) => number, asked = new Set<string>()): Facts {
  const ask = (metric: string) => {
    asked.add(metric)
    return number(metric)
  }
  return {
    organization: '东支部',
    year: 2026,
    isOver: true,
    number: ask,
    figure: (metric) => {
      ask(metric)
      return { metric, from: '2026-01-01', to: '2026-12-31' }
    },
  }
}

const sayingAll = ({ blocks }: { blocks: unknown }) => JSON.stringify(blocks)

describe.each(Object.values(templates))('the template $id', ({ body, metrics }) => {
  test('asks only what it says it asks, and only what is measured, whatever the numbers are', () => {
    assert(
      property(integer({ min: 0, max: 5 }), integer({ min: 2, max: 7 }), (seed, step) => {
        const asked = new Set<string>()
        body(factsOf((metric) => (metric.length * step + seed) % 3, asked))
        expect([...asked].filter((id) => !metrics.includes(id))).toEqual([])
        expect([...asked].filter((id) => !metricOf(id))).toEqual([])
      }),
    )
  })

  test('speaks of no weakness where there is none, and of every one there is with a next step', () => {
    const none = sayingAll({ blocks: body(factsOf(() => 0)) })
    const weak = factsOf((metric) => (metric === 'training.floatingCoverage' ? 0 : 1))
    const all = sayingAll({ blocks: body(weak) })

    expect(none).not.toMatch(/缺席|欠|薄弱|逾期|未换届/)
    const steps = all.match(/[一二三四五六七八九]是/g) ?? []
    expect(steps.length).toBeGreaterThan(18)
    expect(all).toMatch(/任期届满尚未换届[^]*抓好按期换届/)
  })
})
