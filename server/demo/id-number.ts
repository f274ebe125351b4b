const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/**
 * An ID number that is well formed (GB 11643) and that nobody can have: no area is numbered 990000.
 * `order` distinguishes people born on one day, 0 to 499.
 */
export function idNumberOf(bornOn: string, sex: 'male' | 'female', order: number): string {
  const sequence = String(order * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')
  const body = `990000${bornOn.replaceAll('-', '')}${sequence}`
  const sum = weights.reduce((all, weight, at) => all + weight * Number(body[at]), 0)
  return body + checks[sum % 11]
}

/** A mobile number of a range that no operator has been given. */
export function phoneOf(order: number): string {
  return `1540${String(order).padStart(7, '0')}`
}
