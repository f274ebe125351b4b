import { useState } from 'react'
import { FileUpload } from '../../ui/file/FileUpload.tsx'

type Scan = { fileId: string; name: string }

/** Scans that go into the file with what is written down. */
export function Scans({ change }: { change: (fileIds: string[]) => void }) {
  const [scans, setScans] = useState<Scan[]>([])
  return (
    <>
      {scans.map(({ fileId, name }) => (
        <p key={fileId}>已选 {name}</p>
      ))}
      <FileUpload
        purpose="document"
        accept=".pdf,.jpg,.png,.docx"
        label={scans.length > 0 ? '再加一份扫描件' : '附扫描件'}
        done={({ fileId, name }) => {
          const next = [...scans, { fileId, name }]
          setScans(next)
          change(next.map((one) => one.fileId))
        }}
      />
    </>
  )
}
