const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What is wrong with a unified social credit code (GB 32100), or nothing if its check sign fits. */
export function faultOfEmployerCode(code: string): string | undefined {
  if (code.length !== 18) return `应为18位，现为${code.length}位`
  const values = Array.from(code, (sign) => signs.indexOf(sign))
  const strange = values.indexOf(-1)
  if (strange >= 0) return `第${strange + 1}位“${code[strange]}”不是允许的数字或字母`

  let [sum, weight] = [0, 1]
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  const expected = signs[(31 - (sum % 31)) % 31]
  return expected === code[17] ? undefined : `末位校验码应为“${expected}”`
}
