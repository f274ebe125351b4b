/** Certificates for those who are about to join count by themselves: their file asks for the number. */
const prefixes: Readonly<Record<string, string>> = { candidate: '发培结字', activist: '积培结字' }

/** The series in which a class of this kind counts. */
export function prefixOf(kind: string): string {
  return prefixes[kind] ?? '党培结字'
}

/** 党培结字〔2026〕第0001号 */
export function numberOf(prefix: string, year: number, serial: number): string {
  return `${prefix}〔${String(year)}〕第${String(serial).padStart(4, '0')}号`
}
