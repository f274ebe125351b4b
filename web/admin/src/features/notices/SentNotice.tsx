import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Receipts } from '../../ui/notice/Receipts.tsx'
import styles from './Notices.module.css'

type Props = { notice: { unitId: string; noticeId: string; people: number; read: number } }

export function SentNotice({ notice: { unitId, noticeId, people, read } }: Props) {
  const answer = useAnswer('notices.receipts', { unitId, noticeId, size: 1 })
  return (
    <>
      <Answered answer={answer}>
        {({ body, files }) => (
          <>
            <p className={styles.body}>{body}</p>
            <ul className={styles.files}>
              {files.map((file) => (
                <li key={file.fileId}>
                  <a href={fileAddress(file)}>{file.name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answered>
      <Receipts unitId={unitId} noticeId={noticeId} canRemind={read < people} />
    </>
  )
}
