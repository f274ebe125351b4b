import type { ReportDraftBlock } from '@zhixing/contract'
import { useState } from 'react'
import { dropDraft, readDraft, writeDraft } from '../../../ui/form/draft.ts'
import { isFigure, type Report } from '../report.ts'

export type Level = ReportDraftBlock['level']
/** What is edited: the figure carries its reading along, to be shown and not to be sent. */
export type EditPiece =
  | string
  | { metric: string; from: string; to: string; text: string; name: string }
export type EditBlock = { id: string; level: Level; pieces: EditPiece[] }
type Text = { title: string; recipients: string; blocks: EditBlock[] }

export type Change =
  | { do: 'write'; id: string; pieces: EditPiece[] }
  | { do: 'level'; id: string; level: Level }
  | { do: 'remove'; id: string }
  | { do: 'below'; id: string }
  | { do: 'up'; id: string }

/** What is being written, kept on this device until it is saved or given up. */
export function useManuscript(report: Report) {
  const draft = `report:${report.reportId}:${String(report.version)}`
  const [kept] = useState(() => readDraft<Text>(draft))
  const [text, set] = useState<Text>(() => ({ ...textOf(report), ...kept }))
  const setText = (next: Text) => {
    writeDraft(draft, next)
    set(next)
  }
  const change = (wanted: Change) => setText({ ...text, blocks: changed(text.blocks, wanted) })
  return { text, setText, change, isRestored: kept !== undefined, forget: () => dropDraft(draft) }
}

function textOf({ title, recipients, blocks }: Report): Text {
  return {
    title,
    recipients: recipients.join('，'),
    blocks: blocks.map(({ level, pieces }) => ({
      id: newId(),
      level,
      pieces: pieces.map((piece) => {
        if (!isFigure(piece)) return piece
        const { metric, from, to, text, name } = piece
        return { metric, from, to, text, name }
      }),
    })),
  }
}

function changed(blocks: EditBlock[], wanted: Change): EditBlock[] {
  const at = blocks.findIndex(({ id }) => id === wanted.id)
  const block = blocks[at]
  if (!block) return blocks
  switch (wanted.do) {
    case 'write':
      return blocks.with(at, { ...block, pieces: wanted.pieces })
    case 'level':
      return blocks.with(at, { ...block, level: wanted.level })
    case 'remove':
      return blocks.toSpliced(at, 1)
    case 'below':
      return blocks.toSpliced(at + 1, 0, { id: newId(), level: 'text', pieces: [''] })
    case 'up':
      return at === 0 ? blocks : blocks.toSpliced(at, 1).toSpliced(at - 1, 0, block)
    default:
      return blocks
  }
}

function newId(): string {
  return crypto.randomUUID()
}
