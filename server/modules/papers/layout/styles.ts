import { faces, namespace, western } from './fonts.ts'
import { em, linePitch, size } from './geometry.ts'

/**
 * The styles of a paper, so that who goes on writing in Word keeps its form. The library's own styles are those of a
 * Western letter and are left out.
 */
type Style = {
  id: StyleId
  name: string
  face: string
  size: number
  line: number
  align?: 'both' | 'center' | 'left' | 'right'
  indented?: boolean
  /** Depth in the outline of Word; a heading stays with what follows. */
  outline?: number
  color?: string
}

export type StyleId =
  | 'Normal'
  | 'PaperTitle'
  | 'Chapter'
  | 'Section'
  | 'Text'
  | 'Cell'
  | 'CellLabel'
  | 'Head'
  | 'PageNumber'

const body = { face: faces.fangSong, size: size.three, line: linePitch }
const small = { size: size.four, line: 420 }

const styles: Style[] = [
  { id: 'Normal', name: 'Normal', ...body },
  { id: 'Text', name: '公文正文', ...body, indented: true },
  { id: 'Chapter', name: '一级标题', ...body, face: faces.hei, indented: true, outline: 0 },
  { id: 'Section', name: '二级标题', ...body, face: faces.kai, indented: true, outline: 1 },
  {
    id: 'PaperTitle',
    name: '公文标题',
    face: faces.title,
    size: size.two,
    line: 700,
    align: 'center',
  },
  {
    id: 'Head',
    name: '发文机关标志',
    face: faces.title,
    size: 96,
    line: 1200,
    align: 'center',
    color: 'FF0000',
  },
  { id: 'Cell', name: '表格', ...small, face: faces.fangSong, align: 'left' },
  { id: 'CellLabel', name: '表头', ...small, face: faces.hei, align: 'center' },
  { id: 'PageNumber', name: '页码', face: faces.song, size: size.four, line: 360, align: 'left' },
]

/** 16 pt less a quarter: 28 characters fill 156 mm in every program, also in those that round a grid upwards. */
const tighter = -5

export const stylesXml =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${namespace}">` +
  `<w:docDefaults><w:rPrDefault><w:rPr>${fontsOf(faces.fangSong)}${sizeOf(size.three)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  styles.map(styleOf).join('') +
  '</w:styles>'

function styleOf(style: Style): string {
  const { id, name } = style
  const parent = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'
  const next = style.outline === undefined ? '' : '<w:next w:val="Text"/>'
  const isDefault = id === 'Normal' ? ' w:default="1"' : ''
  return (
    `<w:style w:type="paragraph"${isDefault} w:styleId="${id}"><w:name w:val="${name}"/>${parent}${next}<w:qFormat/>` +
    `<w:pPr>${paragraphOf(style)}</w:pPr><w:rPr>${runOf(style)}</w:rPr></w:style>`
  )
}

/** In the order that the schema of the format demands. */
function paragraphOf({ line, align = 'both', indented = false, outline }: Style): string {
  const heading = outline !== undefined
  return [
    heading ? '<w:keepNext/>' : '',
    '<w:widowControl w:val="0"/>',
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
    // The page declares the grid of 22 × 28; lines and characters are set to fit it, and are not stretched to it.
    '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="0" w:after="0" w:line="${String(line)}" w:lineRule="exact"/>`,
    // Both ways of saying two characters: who cannot count characters reads the length.
    indented ? `<w:ind w:firstLineChars="200" w:firstLine="${String(2 * em)}"/>` : '',
    `<w:jc w:val="${align}"/>`,
    heading ? `<w:outlineLvl w:val="${String(outline)}"/>` : '',
  ].join('')
}

function runOf({ id, face, size: points, color }: Style): string {
  return [
    id === 'PageNumber' ? fontsOf(face, face) : fontsOf(face),
    color ? `<w:color w:val="${color}"/>` : '',
    points === size.three ? `<w:spacing w:val="${String(tighter)}"/>` : '<w:spacing w:val="0"/>',
    '<w:kern w:val="0"/>',
    sizeOf(points),
  ].join('')
}

function fontsOf(face: string, latin = western): string {
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${face}"/>`
}

function sizeOf(halfPoints: number): string {
  return `<w:sz w:val="${String(halfPoints)}"/><w:szCs w:val="${String(halfPoints)}"/>`
}
