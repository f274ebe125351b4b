import type { EntryOf, Output } from '@zhixing/contract'
import { moment } from '@zhixing/kit/format/day.ts'
import { useAct, useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { useNavigate } from '@tanstack/react-router'
import { useOrganization } from '../../../app/organization.ts'
import { Page, Section } from '../../../ui/Page.tsx'
import { FileUpload } from '../../../ui/file/FileUpload.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import { LineLink } from '../../../ui/list/LineLink.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Wizard } from '../../../ui/wizard/Wizard.tsx'
import { importSteps, phaseWords } from './import-steps.ts'
import styles from './Import.module.css'

type Row = Output<EntryOf<'imports.list'>>['rows'][number]

const columns: Column<Row>[] = [
  {
    key: 'file',
    title: '文件',
    width: 'minmax(10rem, 1fr)',
    narrow: true,
    cell: ({ unitId, importId, fileName }) => (
      <LineLink to={`/members/import/${unitId}/${importId}`}>{fileName}</LineLink>
    ),
  },
  {
    key: 'place',
    title: '导入到',
    width: 'minmax(8rem, 14rem)',
    cell: ({ organizationName }) => organizationName,
  },
  {
    key: 'phase',
    title: '状态',
    width: '8rem',
    narrow: true,
    cell: ({ phase }) => phaseWords[phase],
  },
  {
    key: 'total',
    title: '行数',
    width: '5rem',
    number: true,
    cell: ({ counts }) => counts.total.toLocaleString('zh-CN'),
  },
  {
    key: 'added',
    title: '新增',
    width: '5rem',
    number: true,
    cell: ({ counts }) => counts.added.toLocaleString('zh-CN'),
  },
  { key: 'by', title: '经办', width: '10rem', cell: ({ byName, at }) => `${byName} ${moment(at)}` },
]

/** Nothing is written until the rows have been seen. */
export function ImportsPage() {
  const { organizationId } = useOrganization()
  const answer = useAnswer('imports.list', { organizationId })
  const navigate = useNavigate()
  const { mutate, error } = useAct('imports.begin')
  const begin = ({ unitId: fileUnitId, fileId }: Uploaded) =>
    mutate(
      { organizationId, fileUnitId, fileId },
      {
        onSuccess: (key) => void navigate({ to: '/members/import/$unitId/$importId', params: key }),
      },
    )
  return (
    <Page>
      <Wizard steps={importSteps} at={0}>
        <Sentence note="支持全国党员管理信息系统导出的 .xlsx 和 .csv，列名不必改，身份证号按文本读取；一次不超过 20 万行">
          选择名册文件，先核对，再导入。
        </Sentence>
        <FileUpload purpose="table" accept=".xlsx,.csv" label="选择文件" primary done={begin} />
        <p className={styles.problem} role="alert">
          {error?.message}
        </p>
        <Answered answer={answer}>
          {({ rows }) =>
            rows.length === 0 ? null : (
              <Section title="近来的导入" aside="点文件名回到那一次">
                <DataList
                  label="近来的导入"
                  columns={columns}
                  rows={rows}
                  keyOf={({ importId }) => importId}
                />
              </Section>
            )
          }
        </Answered>
      </Wizard>
    </Page>
  )
}
