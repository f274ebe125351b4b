import { SaxesParser } from 'saxes'

/** An element with its children; names and attributes without their prefixes. */
export type Branch = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Branch[]
  readonly text: string
}

type Growing = {
  name: string
  attributes: Record<string, string>
  children: Growing[]
  text: string
}

/** Why a text is no tree: on which line, in words of ours. */
export class MarkupFault extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

const depthMax = 100

/** A small text of markup as a tree. A document type is refused: with it, entities could multiply. */
export function treeOf(text: string): Branch {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const root: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const here = () => open.at(-1) ?? root
  parser.on('error', () => {
    throw new MarkupFault(parser.line, '标签不完整或没有配对')
  })
  parser.on('doctype', () => {
    throw new MarkupFault(parser.line, '含有不允许的文档类型声明')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > depthMax) throw new MarkupFault(parser.line, '层次太深')
    const named = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const)
    const element = {
      name: localName(name),
      attributes: Object.fromEntries(named),
      children: [],
      text: '',
    }
    here().children.push(element)
    open.push(element)
  })
  parser.on('text', (piece) => void (here().text += piece))
  parser.on('cdata', (piece) => void (here().text += piece))
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  const [first] = root.children
  if (!first) throw new MarkupFault(1, '没有内容')
  return first
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** As its mark or its first line says; otherwise UTF-8. Nothing where the bytes are no text of that kind. */
export function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const said = bytes
    .subarray(0, 200)
    .toString('latin1')
    .match(/encoding=["']([\w-]+)["']/)?.[1]
  return said ?? 'utf-8'
}
