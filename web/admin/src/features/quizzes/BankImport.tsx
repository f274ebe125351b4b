import { useAct } from '@zhixing/kit/use-answer.ts'
import { useOrganization } from '../../app/organization.ts'
import { FileUpload } from '../../ui/file/FileUpload.tsx'
import details from '../../ui/Details.module.css'
import styles from './Quizzes.module.css'

/** A table of questions; where a line is wrong, none of them comes in and each wrong one is named. */
export function BankImport() {
  const { organizationId } = useOrganization()
  const { mutate, isPending, data, error } = useAct('quizzes.importQuestions')
  return (
    <div className={styles.panel}>
      <p>表头：题型、题目、选项A、选项B……、答案、解析、分类、应知应会。判断题的答案写对或错。</p>
      {isPending ? (
        <p role="status">正在检查题目……</p>
      ) : (
        <FileUpload
          purpose="table"
          accept=".xlsx,.csv"
          label="选择题库表格"
          done={({ fileId }) => mutate({ organizationId, fileId })}
        />
      )}
      <p role="alert" className={details.late}>
        {error?.message}
      </p>
      {data && data.faults.length === 0 ? (
        <p role="status">
          导入 {data.added} 题，{data.known} 题库里已有。
        </p>
      ) : null}
      {data && data.faults.length > 0 ? (
        <>
          <p className={details.late}>有 {data.faults.length} 行要改，一题也没有导入：</p>
          <ul>
            {data.faults.map(({ line, message }) => (
              <li key={line}>
                第 {line} 行：{message}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}
