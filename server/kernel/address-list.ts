import { BlockList, isIP } from 'node:net'

/** Whether a word names an address or a block of them: 10.1.2.3, 10.1.0.0/16, fd00::/8. */
export function isAddressWord(word: string): boolean {
  const [address = '', bits, ...rest] = word.split('/')
  const family = isIP(address)
  if (family === 0 || address.includes('%') || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

/** Whether an address is one of the list; what is no address is in none. */
export function isAmong(address: string, words: readonly string[]): boolean {
  // An address of the old kind that came over a socket of the new one.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain)
  if (family === 0) return false
  const list = new BlockList()
  for (const word of words.filter(isAddressWord)) {
    const [network = '', bits] = word.split('/')
    const kind = isIP(network) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(network, kind)
    else list.addSubnet(network, Number(bits), kind)
  }
  return list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}
