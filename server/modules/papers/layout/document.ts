import { Document, DocumentGridType, Packer } from 'docx'
import type { FileChild } from 'docx'
import type { Paper } from '../paper.ts'
import { blankLine, blocksOf, line } from './blocks.ts'
import { attachmentNote, dateLine, signature } from './closing.ts'
import { colophonAtFoot } from './colophon.ts'
import { footers } from './footers.ts'
import { charSpace, em, linePitch, margins, page } from './geometry.ts'
import { redHead } from './head.ts'
import { seal } from './seal.ts'
import { printable } from './text.ts'
import { titleParagraphs } from './title.ts'

/** A .docx in the layout of GB/T 9704-2012. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: printable(paper.title),
    creator: printable(paper.issuer ?? ''),
    lastModifiedBy: printable(paper.issuer ?? ''),
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: em,
    sections: [
      {
        properties: {
          page: { size: page, margin: margins },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace },
        },
        footers: footers(),
        children: childrenOf(paper),
      },
    ],
  })
  return seal(await Packer.toBuffer(document), paper.day)
}

function childrenOf(paper: Paper): FileChild[] {
  const { head, title, recipients, body, attachments, issuer, day, colophon } = paper
  return [
    ...(head ? redHead(head) : []),
    ...titleParagraphs(title),
    blankLine(),
    ...(recipients?.length ? [line('flush', [`${recipients.join('，')}：`])] : []),
    ...blocksOf(body),
    ...(attachments?.length ? attachmentNote(attachments) : []),
    ...(issuer ? signature(issuer, day) : [blankLine()]),
    dateLine(day),
    ...(colophon ? colophonAtFoot(colophon) : []),
  ]
}
