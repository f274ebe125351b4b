/** How many may be chosen of so many who are ready, at one of each `ratio`; a single one is not left waiting for company. */
export function placesOf(ready: number, ratio: number): number {
  return ready === 0 ? 0 : Math.max(1, Math.floor(ready / Math.max(1, ratio)))
}
