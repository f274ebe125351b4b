/**
 * What a whole citizen's number says of its holder, to save typing; whether it is right, the server judges. Nothing as
 * long as it is not whole, or names no month and day.
 */
export function readIdNumber(typed: string) {
  const text = typed.normalize('NFKC').replace(/[\s-]/g, '')
  const found = /^\d{6}(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{2}(\d)[\dXx]$/.exec(text)
  if (!found) return undefined
  const [, year, month, date, parity] = found
  const sex = Number(parity) % 2 === 1 ? 'male' : 'female'
  return { bornOn: [year, month, date].join('-'), sex } as const
}
