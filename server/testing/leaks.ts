/** What a line of a journal may consist of; whoever adds a field decides here whether it tells of a person. */
const fields = new Set([
  'level',
  'time',
  'pid',
  'hostname',
  'reqId',
  'responseTime',
  'msg',
  'req.method',
  'req.route',
  'req.remoteAddress',
  'res.statusCode',
  'err.type',
  'err.message',
  'err.code',
  'err.constraint',
  'err.stack',
  'statusCode',
  // How busy it is (kernel/pressure.ts).
  'underWay',
  'waiting',
  'lateMs',
  'lineMs',
  'sentAway',
])

const signs: readonly (readonly [string, RegExp])[] = [
  ['a name or a sentence', /\p{Script=Han}/u],
  ['a phone number', /(?<![\w.])1[3-9]\d{9}(?!\d)/],
  ['an ID number', /(?<![\w.])[1-9]\d{16}[\dXx](?!\w)/],
  // 256 bits, as tokens are written; and anything longer.
  ['a token', /(?<![\w/-])[\w-]{43,}(?![\w-])/],
  ['words of a request', /[?&](input|ticket)=/],
]

/** Lines that tell what a journal must not, with the reason. What is no JSON is said to whoever starts the server. */
export function leaksIn(lines: readonly string[], secrets: ReadonlySet<string>): string[] {
  return lines.filter((line) => line.startsWith('{')).flatMap((line) => leaksOf(line, secrets))
}

function leaksOf(line: string, secrets: ReadonlySet<string>): string[] {
  const foreign = pathsOf(JSON.parse(line)).filter((path) => !fields.has(path))
  const found = [
    ...foreign.map((path) => `the field ${path}`),
    ...signs.filter(([, sign]) => sign.test(line)).map(([name]) => name),
    ...[...secrets].filter((secret) => line.includes(secret)).map(() => 'a secret that was sent'),
  ]
  return found.map((what) => `${what}: ${line.slice(0, 300)}`)
}

/** "err.causes.0.code" is "err.code": a cause is told like what it caused. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, part]) => {
    const own = key === 'causes' || /^\d+$/.test(key) ? path : [path, key].filter(Boolean).join('.')
    return pathsOf(part, own)
  })
}
