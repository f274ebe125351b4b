/** One person of a list that a partner handed in: a name, perhaps an ID number, perhaps where they work. */
export type Listed = {
  readonly line: number
  readonly name: string
  readonly idNumber: string
  readonly organizationName: string
}

const heading = /^(姓\s*名|学员姓名|name)$/i
const idNumber = /^[1-9]\d{16}[0-9Xx]$/

/** A pasted text becomes rows: the parts of a line are parted by tabs or commas. */
export function rowsOfText(text: string) {
  return text
    .split(/\r?\n/)
    .map((row, at) => ({ line: at + 1, cells: row.split(/[\t,，、;；]+/u) }))
}

/** The persons of a table, whatever the order of its columns; headings and running numbers are passed over. */
export function listedOf(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
): Listed[] {
  return rows.flatMap(({ line, cells }) => {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    if (filled.some((cell) => heading.test(cell))) return []
    const number = filled.find((cell) => idNumber.test(cell)) ?? ''
    const [name = '', organizationName = ''] = filled.filter(
      (cell) => cell !== number && !/^[\d.\-+()]+$/.test(cell) && cell.length <= 100,
    )
    return name === '' && number === ''
      ? []
      : [{ line, name, idNumber: number.toUpperCase(), organizationName }]
  })
}

/** Never a whole ID number: faults are shown and may be copied. */
export function listedWords({ name, idNumber: number }: Listed): string {
  return number === '' ? name : `${name} ${number.slice(0, 3)}***********${number.slice(-4)}`
}
