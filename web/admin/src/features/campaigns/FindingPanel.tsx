import type { EntryOf, Output } from '@zhixing/contract'
import { findingStates } from '@zhixing/contract/campaign-words.ts'
import type { Uploaded } from '@zhixing/kit/upload.ts'
import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { DetailPanel } from '../../ui/DetailPanel.tsx'
import { ActForm } from '../../ui/form/ActForm.tsx'
import { needed } from '../../ui/form/needed.ts'
import styles from './Campaigns.module.css'
import { FileNames, FilesField } from './Files.tsx'

type Row = Output<EntryOf<'campaigns.findings'>>['rows'][number]

/** One problem, from its measure to its closing. */
export function FindingPanel({ row, close }: { row: Row | undefined; close: () => void }) {
  return (
    <DetailPanel title="整改问题" open={row !== undefined} onClose={close}>
      {row ? <One key={`${row.findingId}${String(row.version)}`} row={row} /> : null}
    </DetailPanel>
  )
}

function One({ row }: { row: Row }) {
  const { problem, source, measure, ownerName, dueOn, state, result, verdict, files } = row
  return (
    <div className={styles.part}>
      <h2>{problem}</h2>
      <ul>
        <li>来源：{source}</li>
        <li>措施：{measure}</li>
        <li>
          {row.organizationName}，{ownerName}负责，{dueOn} 前；{findingStates[state]}
        </li>
        {result ? (
          <li>
            整改结果：{result}
            <FileNames files={files} />
          </li>
        ) : null}
        {verdict ? <li>上级意见：{verdict}</li> : null}
        {row.closedOn ? (
          <li>
            {row.closedOn} {row.closedByName}销号
          </li>
        ) : null}
      </ul>
      {row.mayAnswer ? <Resolve row={row} /> : null}
      {row.mayJudge ? <Settle row={row} /> : null}
    </div>
  )
}

function Resolve({ row: { unitId, findingId, version } }: { row: Row }) {
  const [files, setFiles] = useState<Uploaded[]>([])
  return (
    <ActForm
      act="campaigns.resolve"
      draft={`resolve:${findingId}`}
      initial={{}}
      input={({ result }: { result: string }) => ({
        unitId,
        findingId,
        version,
        result,
        fileIds: files.map(({ fileId }) => fileId),
      })}
      submit="报告整改结果"
      done={() => setFiles([])}
    >
      <Form.Item name="result" label="整改了什么" rules={needed('写清整改结果')}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
      </Form.Item>
      <FilesField label="佐证材料（必附）" files={files} set={setFiles} />
    </ActForm>
  )
}

function Settle({ row: { unitId, findingId, version } }: { row: Row }) {
  return (
    <ActForm
      act="campaigns.settle"
      draft=""
      initial={{ isClosed: true, verdict: '' }}
      input={({ isClosed, verdict }: { isClosed: boolean; verdict: string }) => ({
        unitId,
        findingId,
        version,
        isClosed,
        verdict,
      })}
      submit="办理"
      done={() => undefined}
    >
      <Form.Item name="isClosed" label="结论">
        <Radio.Group
          options={[
            { value: true, label: '属实，销号' },
            { value: false, label: '退回继续整改' },
          ]}
        />
      </Form.Item>
      <Form.Item name="verdict" label="意见（退回请写明还差什么）">
        <Input maxLength={200} />
      </Form.Item>
    </ActForm>
  )
}
