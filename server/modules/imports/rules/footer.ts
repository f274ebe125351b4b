const sign =
  /^(合计|总计|小计|共计|共\s*\d+\s*[人名]|填表|制表|审核|负责人|经办人|联系人|报送|填报|单位盖章|（?盖章|备注|说明|注)/

/** Below a roll stand sums and signatures: lines that begin with such a word and hold no number of a citizen. */
export function isFooter(cells: readonly string[]): boolean {
  // The first word decides for nearly all of a hundred thousand rows.
  const first = cells.find((cell) => cell.trim() !== '') ?? ''
  return sign.test(plain(first)) && !cells.some((cell) => /^\d{14,17}[\dXx]$/.test(plain(cell)))
}

function plain(cell: string): string {
  return cell.normalize('NFKC').replace(/\s/g, '')
}
