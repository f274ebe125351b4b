const closed = [
  ["default-src 'none'"],
  ["base-uri 'none'"],
  ["form-action 'none'"],
  // Opened outside our frame, it is held by the same leash.
  ['sandbox allow-scripts allow-same-origin allow-forms'],
]

/** For the page beside the content: our own script, our own frame, and nobody else around it than our own page. */
export function stagePolicy(appOrigin: string): string {
  return join([
    ...closed,
    ["script-src 'self'"],
    ["style-src 'self'"],
    ["frame-src 'self'"],
    [`frame-ancestors ${appOrigin}`],
  ])
}

/** For what strangers wrote: it may run, and speak with nobody but the folder it came from. */
export function contentPolicy(appOrigin: string): string {
  const own = "'self' 'unsafe-inline' data: blob:"
  return join([
    [`default-src ${own}`],
    [`script-src ${own} 'unsafe-eval'`],
    ["connect-src 'self' data: blob:"],
    ["frame-src 'self' data: blob:"],
    ["worker-src 'self' blob:"],
    ["object-src 'self'"],
    ...closed.slice(1),
    [`frame-ancestors 'self' ${appOrigin}`],
  ])
}

function join(rules: readonly (readonly string[])[]): string {
  return rules.map((rule) => rule.join(' ')).join(';')
}
