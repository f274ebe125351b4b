/** What is shown of a citizen's number: the area and the last two signs. */
export function maskIdNumber(text: string): string {
  return text.length < 9
    ? '*'.repeat(text.length)
    : `${text.slice(0, 6)}${'*'.repeat(text.length - 8)}${text.slice(-2)}`
}

/** 138****1234; of anything shorter, the last two digits. */
export function maskPhone(text: string): string {
  return text.length >= 11
    ? `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`
    : `${'*'.repeat(Math.max(text.length - 2, 0))}${text.slice(-2)}`
}

/** Down to the town or the street office. */
export function maskAddress(text: string): string {
  const town = /^.*?(?:镇|乡|街道|苏木|社区)/.exec(text)?.[0]
  const county = /^.*?(?:县|区|市|旗)/.exec(text)?.[0]
  return text === '' ? '' : `${town ?? county ?? ''}***`
}

/** The family name remains. */
export function maskName(text: string): string {
  return `${text.slice(0, 1)}${'*'.repeat(Math.max(text.length - 1, 1))}`
}
