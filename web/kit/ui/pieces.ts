/** What stays on one line: a number with the sign after it, and a sign that closes with what it closes. */
const unbroken = /(\d[\d,.]*%?\u00A0?\p{Script=Han}?|.[，。；：、）]+)/u

/**
 * A headline in pieces, every second of which stays whole however narrow the screen. A number stays with its unit: a
 * line may end after a comma, not between 18 and 人.
 */
export function piecesOf(text: string): string[] {
  return text.replaceAll(' ', '\u00A0').split(unbroken)
}
