import type { ImportPhase, ImportState } from '@zhixing/contract'
import { useAnswer } from '@zhixing/kit/use-answer.ts'
import { Answered } from '@zhixing/kit/ui/Answered.tsx'
import { Sentence } from '@zhixing/kit/ui/Sentence.tsx'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Wizard } from '../../../ui/wizard/Wizard.tsx'
import { ImportColumns } from './ImportColumns.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportResult } from './ImportResult.tsx'
import { importSteps, stepOf } from './import-steps.ts'

const lookAgainMs = 700

/** Where the wizard stands is what the server says, so a reload loses nothing. */
export function ImportPage() {
  const key = useParams({ from: '/shell/members/import/$unitId/$importId' })
  const answer = useAnswer('imports.show', key, {
    every: (state) => (state?.job ? lookAgainMs : false),
  })
  return (
    <Page>
      <Answered answer={answer}>
        {(state) => (
          <Wizard steps={importSteps} at={stepOf[state.phase]}>
            <Step state={state} />
          </Wizard>
        )}
      </Answered>
    </Page>
  )
}

type StepProps = { state: ImportState }

const pages: Readonly<Record<ImportPhase, (props: StepProps) => ReactNode>> = {
  reading: (props) => <ImportProgress {...props} doing="正在读取和核对" cancel="取消读取" />,
  unmapped: ImportColumns,
  checked: ImportPreview,
  committing: (props) => <ImportProgress {...props} doing="正在导入" cancel="取消，一行也不留" />,
  done: ImportResult,
  undoing: (props) => <ImportProgress {...props} doing="正在撤销" />,
  undone: ImportResult,
  failed: Over,
  discarded: Over,
}

function Step({ state }: StepProps) {
  const PageOf = pages[state.phase]
  return <PageOf state={state} />
}

function Over({ state: { phase, note, fileName } }: StepProps) {
  const again = (
    <LinkButton to="/members/import" primary>
      换一个文件
    </LinkButton>
  )
  return (
    <Sentence note={fileName} step={again}>
      {phase === 'failed' ? `没有读成：${note}` : '这次导入已经放弃，什么也没有写入。'}
    </Sentence>
  )
}
