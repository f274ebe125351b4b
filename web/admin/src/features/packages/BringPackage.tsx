import { useAct } from '@zhixing/kit/use-answer.ts'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import { JobProgress } from '../../ui/job/JobProgress.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import details from '../../ui/Details.module.css'
import styles from './Packages.module.css'

/** Uploads an archive and waits until it was read; why it was not kept stands where it would have been. */
export function BringPackage({ job }: { job: string | undefined }) {
  const { organizationId } = useOrganization()
  const change = useSearchChange()
  const { mutate, error } = useAct('packages.read')
  const [unitId, jobId] = job?.split(':') ?? []
  const begin = (file: { unitId: string; fileId: string }) =>
    mutate(
      { organizationId, fileUnitId: file.unitId, fileId: file.fileId },
      { onSuccess: (asked) => change({ job: `${asked.unitId}:${asked.jobId}` }) },
    )
  const upload = (
    <FileUpload purpose="package" accept=".zip" label="选择课件包（.zip）" primary done={begin} />
  )
  return (
    <div className={styles.panel}>
      {unitId && jobId ? (
        <JobProgress
          unitId={unitId}
          jobId={jobId}
          doing="正在读取课件包"
          of="字节"
          cancel="取消，什么也不留"
        >
          {({ status, note }) =>
            status === 'done' ? (
              <p role="status">课件包已入库，党员在手机“互动课件”里可以学了。</p>
            ) : (
              <>
                <p role="alert" className={details.late}>
                  {status === 'cancelled' ? '已取消，没有入库。' : note}
                </p>
                {upload}
              </>
            )
          }
        </JobProgress>
      ) : (
        <>
          <p>最大 500 MB。清单文件 imsmanifest.xml 要在压缩包最外层。</p>
          {upload}
        </>
      )}
      <p role="alert" className={details.late}>
        {error?.message}
      </p>
    </div>
  )
}
