import { fileAddress } from '@zhixing/kit/upload.ts'
import { useAct } from '@zhixing/kit/use-answer.ts'
import { Button } from 'antd'
import { FileUpload } from '../../../ui/file/FileUpload.tsx'
import recordStyles from '../record/Record.module.css'
import { keyOf, type Activity } from '../state.ts'
import styles from './Minutes.module.css'

const accept = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt,.mp3,.mp4'

/** Photos, the signed sheet, the material; they may also come when the record is closed. */
export function Attachments({ activity }: { activity: Activity }) {
  const attach = useAct('activities.attach')
  const detach = useAct('activities.detach')
  const { files, stage, can } = activity
  const key = keyOf(activity)
  return (
    <>
      <h3 className={recordStyles.heading}>
        附件<small>照片、签到册、学习材料，每个不超过 25 MB</small>
      </h3>
      <ul className={styles.files}>
        {files.map(({ unitId, fileId, name }) => (
          <li key={fileId}>
            <a href={fileAddress({ unitId, fileId })}>{name}</a>
            {can.organize && stage !== 'closed' ? (
              <Button
                type="link"
                size="small"
                aria-label={`移除${name}`}
                onClick={() => detach.mutate({ ...key, fileUnitId: unitId, fileId })}
              >
                移除
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {can.organize ? (
        <FileUpload
          purpose="document"
          accept={accept}
          label="添加附件"
          done={({ fileId }) => attach.mutate({ ...key, fileId })}
        />
      ) : null}
      <p className={recordStyles.problem} role="alert">
        {attach.error?.message ?? detach.error?.message}
      </p>
    </>
  )
}
