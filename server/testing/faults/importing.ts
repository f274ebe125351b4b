import { setTimeout as pause } from 'node:timers/promises'
import { lineOf, rollHeadings } from '../roll-lines.ts'
import type { Ground } from './asking.ts'
import { rollSize } from './deeds.ts'
import type { Done } from './deeds.ts'

type Facts = Record<string, string>

/** A roll on its way in: a file, a job that reads it, the word to write it, and a job that does. Only the word counts. */
export async function importRoll(
  origin: string,
  { county, nextLine }: Ground,
): Promise<Done | undefined> {
  const cookie = `session=${county.organizer}`
  const json = { cookie, 'content-type': 'application/json' }
  const at = Date.now()
  try {
    const file = await answer(`${origin}/api/files/upload?purpose=table`, {
      method: 'POST',
      headers: { cookie },
      body: formOf(
        nextLine,
        county.branches.map(({ name }) => name),
      ),
    })
    const asked = { organizationId: county.countyId, fileUnitId: file.unitId, fileId: file.fileId }
    const begin = { method: 'POST', headers: json, body: JSON.stringify(asked) }
    const { unitId = '', importId = '' } = await answer(`${origin}/api/imports/begin`, begin)
    const key = { unitId, importId }
    await checked(`${origin}/api/imports/show?input=${JSON.stringify(key)}`, cookie)
    const body = { ...key, duplicates: 'skip', likely: 'add' }
    const deed = { kind: 'roll', mark: importId, path: 'imports/commit', token: '', body, at }
    try {
      const commit = { method: 'POST', headers: json, body: JSON.stringify(body) }
      await answer(`${origin}/api/imports/commit`, commit)
      return { ...deed, tookMs: Date.now() - at, outcome: 'acknowledged', said: '' }
    } catch (error) {
      const outcome = error instanceof Refused ? 'refused' : 'unknown'
      return { ...deed, tookMs: Date.now() - at, outcome, said: String(error) }
    }
  } catch {
    return undefined
  }
}

class Refused extends Error {}

async function checked(address: string, cookie: string): Promise<void> {
  for (;;) {
    const { phase } = await answer(address, { headers: { cookie } })
    if (phase === 'checked') return
    if (phase !== 'reading') throw new Error(`the roll is ${phase}`)
    await pause(20)
  }
}

async function answer(address: string, request: RequestInit): Promise<Facts> {
  const response = await fetch(address, { ...request, signal: AbortSignal.timeout(20_000) })
  const said = await response.text()
  if (response.ok) return JSON.parse(said) as Facts
  const told = `${response.status} ${said.slice(0, 300)}`
  throw response.status < 500 ? new Refused(told) : new Error(told)
}

function formOf(next: { value: number }, branches: readonly string[]): FormData {
  const lines = Array.from({ length: rollSize }, (_, at) =>
    lineOf(next.value + at, branches[at % branches.length] ?? ''),
  )
  next.value += rollSize
  const text = [rollHeadings, ...lines].map((line) => line.join(',')).join('\n')
  const form = new FormData()
  form.set('file', new Blob([text], { type: 'text/csv' }), '名册.csv')
  return form
}
