const key = 'navigation'

/** Which groups of the navigation the reader opened or closed, on this device; nothing of those never touched. */
export function readOpenGroups(): Readonly<Record<string, boolean>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return Object.fromEntries(
      Object.entries(Object(kept)).filter(
        (one): one is [string, boolean] => one[1] === true || one[1] === false,
      ),
    )
  } catch {
    return {}
  }
}

export function keepOpenGroup(name: string, isOpen: boolean): void {
  localStorage.setItem(key, JSON.stringify({ ...readOpenGroups(), [name]: isOpen }))
}
