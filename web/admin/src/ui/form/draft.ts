/** What was typed and not yet sent, on this device only; leaving by the door takes all of it along. */
const prefix = 'draft:'

export function readDraft<Values extends object>(name: string): Partial<Values> | undefined {
  try {
    const text = localStorage.getItem(prefix + name)
    if (!text) return undefined
    const kept: Partial<Values> = JSON.parse(text)
    return kept
  } catch {
    return undefined
  }
}

/** A form without a name keeps nothing: what it shows is not for the disk of a shared computer. */
export function writeDraft(name: string, values: object): void {
  if (name === '') return
  localStorage.setItem(prefix + name, JSON.stringify(values))
}

export function dropDraft(name: string): void {
  localStorage.removeItem(prefix + name)
}

export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix)) localStorage.removeItem(key)
}
