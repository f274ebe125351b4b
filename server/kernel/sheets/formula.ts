/** Signs with which a spreadsheet takes a text for a formula. */
const dangerous = /^[=+\-@\t\r\n]/

export function looksLikeFormula(text: string): boolean {
  return dangerous.test(text)
}
