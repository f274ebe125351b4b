import type { NumberMeaning } from './styles.ts'

const dayMillis = 86_400_000
const daysFrom1904 = 1462
const epoch1900 = Date.UTC(1899, 11, 30)
/** What a number holds for certain: longer ones have lost their end when they were typed. */
const preciseDigits = 15

/** The largest serial day, 9999-12-31; beyond it a number is just a number. */
const lastSerial = 2_958_465

/** A number of a cell as people see it: no exponent, no dust of binary fractions; a day as "2020-01-31". */
export function textOfNumber(raw: string, meaning: NumberMeaning, from1904: boolean): string {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return raw
  if (meaning === 'number' || value < 0 || value > lastSerial) return plainNumber(raw, value)
  return textOfSerial(value, meaning, from1904)
}

/** Whether the number has more digits than a number can keep, as an 18-digit identifier has. */
export function isImprecise(raw: string): boolean {
  const value = Math.abs(Number(raw))
  return Number.isFinite(value) && value >= 10 ** preciseDigits
}

function textOfSerial(serial: number, meaning: NumberMeaning, from1904: boolean): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const moment = isoOfSerial(Math.floor(serial) + seconds / 86_400, from1904)
  const [day, time] = [moment.slice(0, 10), moment.slice(11, 19)]
  if (meaning === 'time' && serial < 1) return time
  return meaning === 'day' || time === '00:00:00' ? day : `${day} ${time}`
}

function isoOfSerial(serial: number, from1904: boolean): string {
  const days = from1904 ? serial + daysFrom1904 : serial
  // The 60th day of 1900 never was; the days before it are one off.
  const real = days < 60 ? days + 1 : days
  return new Date(epoch1900 + Math.round(real * dayMillis)).toISOString()
}

/** As many digits as a number can be sure of, the rest zeros, as spreadsheets show it. */
function plainNumber(raw: string, value: number): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw
  if (Math.abs(value) < 10 ** preciseDigits) return String(Number(value.toPrecision(preciseDigits)))

  const [mantissa = '', exponent = '0'] = value.toExponential(preciseDigits - 1).split('e')
  const digits = mantissa.replace('.', '')
  return digits + '0'.repeat(Number(exponent) + 1 - preciseDigits)
}
