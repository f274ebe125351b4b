import { FileUpload } from '../../ui/file/FileUpload.tsx'
import styles from './Development.module.css'
import { paperPathOf, type Shown } from './shown.ts'

export type Papers = Readonly<Record<string, { readonly fileId: string; readonly name: string }>>

/** Others are written by hand, or come from elsewhere. */
const printed = new Set([
  'recommendation',
  'register',
  'minutes',
  'conclusion',
  'prereview',
  'resolution',
  'approval',
])

type Props = {
  wanted: { key: string; name: string }[]
  papers: Papers
  change: (papers: Papers) => void
  shown: Shown
}

/** The papers of a step: printed from here with what is known, signed, and scanned in. */
export function PaperFields({ wanted, papers, change, shown }: Props) {
  return wanted.map(({ key, name }) => (
    <div key={key} className={styles.field}>
      <span>
        {name} {printed.has(key) ? <a href={paperPathOf(shown, key)}>下载样张</a> : null}
      </span>
      {papers[key] ? <span>已选 {papers[key].name}</span> : null}
      <FileUpload
        purpose="document"
        accept=".pdf,.jpg,.png,.docx"
        label={papers[key] ? '换一份' : `上传${name}`}
        done={({ fileId, name: file }) => change({ ...papers, [key]: { fileId, name: file } })}
      />
    </div>
  ))
}
