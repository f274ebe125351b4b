import { RSABSSA } from '@cloudflare/blindrsa-ts'

/** What a browser does to get a ticket signed without showing it. */
const suite = RSABSSA.SHA384.PSS.Randomized()
export const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const bytesOf = (words: string) => new Uint8Array(Buffer.from(words, 'base64url'))

export async function blindTicket(
  publicKey: string,
  sign: (blinded: string) => Promise<{ signature: string }>,
) {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  const read = await crypto.subtle.importKey('spki', bytesOf(publicKey), algorithm, true, [
    'verify',
  ])
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)))
  const { blindedMsg, inv } = await suite.blind(read, message)
  const blinded = textOf(blindedMsg)
  const { signature: signed } = await sign(blinded)
  const whole = await suite.finalize(read, message, bytesOf(signed), inv)
  return { blinded, signed, ticket: { message: textOf(message), signature: textOf(whole) } }
}
