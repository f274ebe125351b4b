import { useAct } from '@zhixing/kit/use-answer.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { App, Button } from 'antd'
import { FileUpload } from '../../../ui/file/FileUpload.tsx'
import styles from '../Resources.module.css'
import type { House } from './HousePage.tsx'

/** What there is to teach from; a press sends it to the secretaries below. */
export function Courseware({ house }: { house: House }) {
  const { unitId, resourceId, courseware, mayManage } = house
  const key = { unitId, resourceId }
  const { message } = App.useApp()
  const add = useAct('resources.addFile')
  const remove = useAct('resources.removeFile')
  const push = useAct('resources.push')
  const send = (fileId: string) =>
    push.mutate(
      { ...key, fileId },
      {
        onSuccess: ({ told }) =>
          void message.success(told > 0 ? `已推送给 ${told} 名书记` : '都已经收到过了'),
      },
    )
  return (
    <div className={styles.panel}>
      {courseware.length === 0 ? <p className={styles.faint}>还没有课件。</p> : null}
      <ul>
        {courseware.map((file) => (
          <li key={file.fileId} className={styles.line}>
            <a href={fileAddress(file)}>{file.name}</a>
            <small>已推送 {file.pushed} 人</small>
            {mayManage ? (
              <>
                <Button size="small" onClick={() => send(file.fileId)}>
                  推送给下级书记
                </Button>
                <Button
                  size="small"
                  type="link"
                  onClick={() => remove.mutate({ ...key, fileId: file.fileId })}
                >
                  撤下
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {mayManage ? (
        <FileUpload
          purpose="document"
          accept=".pdf,.docx,.pptx,.jpg,.png,.mp4"
          label="放上课件"
          done={({ fileId }) => add.mutate({ ...key, fileId })}
        />
      ) : null}
    </div>
  )
}
