/** One line of a list that somebody brought: a name, an ID number, or both. */
export type NameLine = { readonly line: number; readonly name: string; readonly idNumber: string }

export type Candidate = {
  readonly memberId: string
  readonly name: string
  readonly idNumberIndex: string | null
}

export type NameFault = { readonly line: number; readonly text: string; readonly fault: string }

const idNumber = /(?<![0-9])[1-9]\d{16}[0-9Xx](?![0-9])/

/** A pasted text: one person a line, or several parted by 、，, or ; — a number behind a name belongs to it. */
export function linesOfText(text: string): NameLine[] {
  return text.split(/\r?\n/).flatMap((row, at) =>
    row
      .split(/[、，,;；	]+/u)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .map((cell) => lineOf(at + 1, [cell])),
  )
}

/** The rows of a table; a header says where the names stand, without one the first filled cell is a name. */
export function linesOfRows(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
): NameLine[] {
  const header = rows.slice(0, 5).findIndex(({ cells }) => cells.some(isNameHeading))
  const headings = rows[header]?.cells ?? []
  const columns = headings.flatMap((heading, at) =>
    isNameHeading(heading) || /身份证|证件号/.test(heading) ? [at] : [],
  )
  return rows.slice(header + 1).flatMap(({ line, cells }) => {
    const chosen = columns.length > 0 ? columns.map((at) => cells[at] ?? '') : cells
    const filled = chosen.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return filled.length > 0 ? [lineOf(line, columns.length > 0 ? filled : nameCells(filled))] : []
  })
}

function isNameHeading(cell: string): boolean {
  return /^(党员)?姓\s*名$/.test(cell.trim())
}

/** Without a header: an ID number wherever it stands, and the first cell that is no running number. */
function nameCells(cells: readonly string[]): string[] {
  const name = cells.find((cell) => !/^[\d.]+$/.test(cell))
  const number = cells.find((cell) => idNumber.test(cell))
  return [name, number].filter((cell) => cell !== undefined)
}

function lineOf(line: number, cells: readonly string[]): NameLine {
  const text = cells.join(' ')
  const number = idNumber.exec(text)?.[0] ?? ''
  const name = text.replace(number, '').replace(/\s+/g, '')
  return { line, name, idNumber: number.toUpperCase() }
}

/** A line, and all under which its number may be kept. */
type Sought = NameLine & { readonly indexes: readonly string[] }

/** Who is meant by each line, and which lines mean nobody or more than one; the same person twice is once. */
export function matchLines(
  lines: readonly Sought[],
  candidates: readonly Candidate[],
): { readonly memberIds: readonly string[]; readonly faults: readonly NameFault[] } {
  const found = lines.map((line) => ({
    line,
    people: candidates.filter((one) => isMeant(line, one)),
  }))
  const memberIds = found.flatMap(({ people }) => (people.length === 1 ? people : []))
  const faults = found.flatMap(({ line, people }) => {
    if (people.length === 1) return []
    return [{ line: line.line, text: textOf(line), fault: faultOf(line, people.length) }]
  })
  return { memberIds: [...new Set(memberIds.map(({ memberId }) => memberId))], faults }
}

function isMeant({ name, idNumber: number, indexes }: Sought, one: Candidate) {
  const isSameName = name === '' || one.name.replace(/\s+/g, '') === name
  if (number === '') return isSameName && name !== ''
  return isSameName && one.idNumberIndex !== null && indexes.includes(one.idNumberIndex)
}

function faultOf({ idNumber: number }: NameLine, people: number): string {
  if (people > 1) return `名单里有 ${people} 名同名党员，请加上身份证号，或在下面直接点名`
  return number === ''
    ? '应到和列席名单里没有这个姓名'
    : '应到和列席名单里没有这个身份证号，或与姓名不符'
}

/** Never a whole ID number: the report is shown and may be copied. */
function textOf({ name, idNumber: number }: NameLine): string {
  const masked = number === '' ? '' : `${number.slice(0, 3)}***********${number.slice(-4)}`
  return [name, masked].filter((part) => part !== '').join(' ')
}
