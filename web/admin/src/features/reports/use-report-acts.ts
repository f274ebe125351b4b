import { useAct } from '@zhixing/kit/use-answer.ts'
import { App } from 'antd'
import { figuresOf, type Report } from './report.ts'

/** What can be done with a report as a whole; each asks first, in numbers. */
export function useReportActs(report: Report) {
  const { unitId, reportId, version, superior } = report
  const key = { unitId, reportId }
  const { modal, message } = App.useApp()
  const signing = useAct('reports.sign')
  const submitting = useAct('reports.submit')
  const redrafting = useAct('reports.redraft')
  const tell = (error: Error) => void message.error(error.message)

  const sign = () =>
    void modal.confirm({
      title: '签发这份汇报？',
      content: `正文和文中的 ${String(figuresOf(report).length)} 个数字将按此刻的数据留存，之后的变化会标出，不会改动原文。`,
      okText: '签发',
      onOk: () => signing.mutateAsync({ ...key, version }).catch(tell),
    })
  const submit = () =>
    void modal.confirm({
      title: `报送${superior ?? ''}？`,
      content: '报送的是已签发的这一版。',
      okText: '报送',
      onOk: () => submitting.mutateAsync(key).catch(tell),
    })
  const redraft = () =>
    void modal.confirm({
      title: '按当前数据重新起草？',
      content: `现有的 ${String(report.blocks.length)} 段正文将被替换，手写的内容不会保留在汇报里。`,
      okText: '重新起草',
      onOk: () => redrafting.mutateAsync({ ...key, version }).catch(tell),
    })
  return { sign, submit, redraft, pending: signing.isPending || submitting.isPending }
}
