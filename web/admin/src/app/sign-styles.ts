/**
 * The policy of the page believes only styles that carry the word its server wrote into it. Some components write theirs
 * without asking for the word, so every style element gets it when one of our scripts makes it; markup never does.
 */
export function signStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
  if (!nonce) return
  const create = document.createElement.bind(document)
  Object.assign(document, {
    createElement(name: string, options?: ElementCreationOptions) {
      const element = create(name, options)
      if (element instanceof HTMLStyleElement) element.nonce = nonce
      return element
    },
  })
}
