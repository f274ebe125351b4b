import type { Answers } from '@zhixing/contract'

const prefix = 'answers:'

/** What somebody had answered when the page was left; nothing where the browser keeps nothing. */
export function readAnswers(name: string): Answers {
  if (!name) return {}
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + name) ?? '{}')
    // Written by us; whatever else it might be, the form judges every answer again.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return typeof kept === 'object' && kept !== null ? (kept as Answers) : {}
  } catch {
    return {}
  }
}

export function writeAnswers(name: string, answers: Answers): void {
  if (!name) return
  try {
    localStorage.setItem(prefix + name, JSON.stringify(answers))
  } catch {
    // A full or closed store only costs the draft.
  }
}

export function dropAnswers(name: string): void {
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // Nothing was kept.
  }
}

/** One phone may serve several people: what one has answered so far is not for the next. */
export function forgetAnswers(): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(prefix)) localStorage.removeItem(name)
  } catch {
    // Nothing was kept.
  }
}
