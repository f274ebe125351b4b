/** The day it is in Shanghai, for the beginning of a form; the server judges by its own clock. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
}
