import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { db } from '../testing/database.ts'
import { openMonitoring } from './index.ts'

const folder = join(import.meta.dirname, '../../docs/monitoring')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

const Target = z.object({ expr: z.string().min(1), refId: z.string() })
const Board = z.object({
  uid: z.string(),
  panels: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      gridPos: z.object({ x: z.int(), w: z.int() }),
      targets: z.array(Target).optional(),
    }),
  ),
})

/** What a question asks for; the parts of a histogram are its own. */
function namesIn(expression: string): string[] {
  const found = expression.match(/\b(?:zhixing|nodejs|process)_[a-z0-9_]+/g) ?? []
  return found.map((name) => name.replace(/_(bucket|count|sum)$/, ''))
}

function exported(): ReadonlySet<string> {
  const none = { open: 0, idle: 0, waiting: 0, max: 0 }
  const monitoring = openMonitoring({ db, connections: () => none, chores: [], folder })
  onTestFinished(monitoring.close)
  return new Set(monitoring.names)
}

test('the board asks only for what is exported, and every number of ours has its place', () => {
  const names = exported()
  const { panels } = Board.parse(JSON.parse(read('board.json')))
  const asked = panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => namesIn(expr)))
  expect(asked.filter((name) => !names.has(name))).toEqual([])
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([])

  // Those that only an alert looks at.
  const alerted = namesIn(read('alerts.yml'))
  const ours = [...names].filter((name) => name.startsWith('zhixing_'))
  const quiet = ['zhixing_chore_duration_seconds']
  expect(ours.filter((name) => ![...asked, ...alerted, ...quiet].includes(name))).toEqual([])
})

test('every alert asks for what is exported and says what to do', () => {
  const names = exported()
  const alerts = read('alerts.yml').split('- alert: ').slice(1)
  expect(alerts.length).toBeGreaterThan(10)
  for (const alert of alerts) {
    const expression = alert.match(/expr: (.+)/)?.[1] ?? ''
    const asked = namesIn(expression)
    expect(asked.filter((name) => !names.has(name))).toEqual([])
    expect(asked.length > 0 || expression.startsWith('up{')).toBe(true)
    expect(alert).toMatch(/severity: (page|warn)/)
    expect(alert).toMatch(/do: '.+'/)
  }
})
