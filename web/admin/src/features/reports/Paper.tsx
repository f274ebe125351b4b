import type { ReportBlock } from '@zhixing/contract'
import { FigureLink } from './FigureLink.tsx'
import styles from './Paper.module.css'
import { figureKey, isFigure, officialDay, type Piece, type Report } from './report.ts'

type Props = { report: Report; chosen: string | undefined }

/** GB/T 9704 on the screen: 156 mm of text on A4, 28 characters of size 3 to a line. */
export function Paper({ report, chosen }: Props) {
  return (
    <article className={styles.paper}>
      <h1>{report.title}</h1>
      {report.recipients.length > 0 ? (
        <p className={styles.addressee}>{report.recipients.join('，')}：</p>
      ) : null}
      {report.blocks.map((block, index) => (
        <Block key={`${block.level}${String(index)}`} block={block} chosen={chosen} />
      ))}
      <footer>
        <p>{report.issuer}</p>
        <p>{officialDay(report.day)}</p>
      </footer>
    </article>
  )
}

function Block({ block, chosen }: { block: ReportBlock; chosen: string | undefined }) {
  const { level, sign, pieces } = block
  const content = pieces.map((piece, index) => (
    <PieceView key={keyOf(piece, index)} piece={piece} chosen={chosen} />
  ))
  if (level === 'chapter')
    return (
      <h2>
        {sign}
        {content}
      </h2>
    )
  if (level === 'section')
    return (
      <h3>
        {sign}
        {content}
      </h3>
    )
  return (
    <p className={styles.text}>
      {sign}
      {content}
    </p>
  )
}

function PieceView({ piece, chosen }: { piece: Piece; chosen: string | undefined }) {
  if (isFigure(piece)) return <FigureLink figure={piece} chosen={figureKey(piece) === chosen} />
  return piece.split(/(【待填[^】]*】)/).map((part, index) =>
    part.startsWith('【待填') ? (
      <mark key={`${part}${String(index)}`} className={styles.blank}>
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

/** The same number may be said twice in one paragraph. */
function keyOf(piece: Piece, index: number): string {
  return `${isFigure(piece) ? figureKey(piece) : 'words'}${String(index)}`
}
