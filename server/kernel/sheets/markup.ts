import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import { unreadable } from '../problem.ts'

export type Attributes = Readonly<Record<string, string>>

/** What to do with each piece of a part; names come without their prefix. */
export type Listener = {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Reads a part from front to back; yields after every piece of the stream, so that the listener's harvest can be
 * taken away. Entities cannot be declared: a document type, the way to do it, is refused.
 */
export async function* walkMarkup(stream: Readable, listener: Listener): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw unreadable('sheets.forbiddenMarkup')
  })
  const { open, text, close } = listener
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)))

  stream.setEncoding('utf8')
  for await (const piece of stream) {
    parser.write(piece as string)
    yield
  }
  parser.close()
}

/** For small parts, of which nothing is wanted before the end. */
export async function readMarkup(stream: Readable, listener: Listener): Promise<void> {
  const pieces = walkMarkup(stream, listener)
  while (!(await pieces.next()).done);
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
