import { Refused } from './api.ts'

/** Where the input was wrong, field by field, as a form wants it. */
export function issuesOf(error: Error | null): Record<string, string> {
  if (!(error instanceof Refused)) return {}
  const issues = error.refusal.issues ?? []
  return Object.fromEntries(issues.map(({ path, message }) => [path, message]))
}
