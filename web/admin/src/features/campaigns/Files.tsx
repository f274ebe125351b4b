import type { Uploaded } from '@zhixing/kit/upload.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { Button, Form } from 'antd'
import { FileUpload } from '../../ui/file/FileUpload.tsx'

type Kept = { unitId: string; fileId: string; name: string }

/** Papers that hang on a line. */
export function FileNames({ files }: { files: readonly Kept[] }) {
  return files.map(({ unitId, fileId, name }) => (
    <small key={fileId}>
      <a href={fileAddress({ unitId, fileId })} target="_blank" rel="noreferrer">
        {name}
      </a>
    </small>
  ))
}

type Props = { label: string; files: Uploaded[]; set: (files: Uploaded[]) => void }

/** Papers on their way to a line. */
export function FilesField({ label, files, set }: Props) {
  return (
    <Form.Item label={label}>
      <ul>
        {files.map(({ fileId, name }) => (
          <li key={fileId}>
            {name}
            <Button
              type="link"
              size="small"
              onClick={() => set(files.filter((one) => one.fileId !== fileId))}
            >
              移除
            </Button>
          </li>
        ))}
      </ul>
      <FileUpload
        purpose="document"
        accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx"
        label="上传材料"
        done={(file) => set([...files, file])}
      />
    </Form.Item>
  )
}
