import type { EditPiece } from './use-manuscript.ts'

/** Writes a paragraph into an editable element: words as text, numbers as signs that cannot be typed into. */
export function fillWith(element: HTMLElement, pieces: readonly EditPiece[], token: string): void {
  element.replaceChildren(
    ...pieces.map((piece) => (typeof piece === 'string' ? piece : sign(piece, token))),
  )
}

function sign(piece: Exclude<EditPiece, string>, token: string): HTMLElement {
  const element = document.createElement('span')
  element.contentEditable = 'false'
  element.className = token
  element.title = piece.name
  element.textContent = piece.text
  element.dataset['figure'] = JSON.stringify(piece)
  return element
}

/** What stands in the element now. A number that was dragged or pasted elsewhere is still the same number. */
export function piecesIn(element: HTMLElement): EditPiece[] {
  return [...element.childNodes].flatMap((node): EditPiece[] => {
    if (!(node instanceof HTMLElement)) return node.textContent ? [node.textContent] : []
    const { figure } = node.dataset
    if (figure === undefined) return piecesIn(node)
    const piece: EditPiece = JSON.parse(figure)
    return [piece]
  })
}
