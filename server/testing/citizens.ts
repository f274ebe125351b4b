const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** A number nobody holds: the area 990000 does not exist. An odd serial is a man's. */
export function idNumberOf(bornOn: string, serial: number): string {
  const body = `990000${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}
