import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/*
 * The platform asks nobody anything but its own database: no address that somebody typed is ever called, so none can lead
 * into the network behind us. Whoever adds the first call decides here how it refuses private addresses and redirects.
 */
const ways =
  /\bfetch\s*\(|new (?:WebSocket|EventSource|Socket)\b|\b(?:request|connect|createConnection)\b[^;\n]*from 'node:|from '(?:node:)?(?:https|http2|tls|dgram|dns)(?:\/promises)?'|from '(?:undici|axios|got|node-fetch|nodemailer)'/

/** Where one of these words stands, and why it calls nobody outside. */
const explained: Readonly<Record<string, string>> = {
  'kernel/db.ts': 'the line to our own database',
}

test('no line of the server can call an address of somebody else', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!.*(node_modules|dist|testing|bench)\b).*(?<!\.test)\.ts$/.test(file))
    .filter((file) => ways.test(readFileSync(join(import.meta.dirname, file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
  expect(files.toSorted()).toEqual(Object.keys(explained).toSorted())
})

test.each(['await fetch (url)', "import { get } from 'node:https'", 'new WebSocket(url)'])(
  '%s would be found',
  (line) => {
    expect(line).toMatch(ways)
  },
)
