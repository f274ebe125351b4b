/** Only a place of our own may be gone back to; an address from outside is not followed. */
export function safeBack(back: unknown): string {
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/'
}
