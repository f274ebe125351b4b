import type { ImportPhase } from '@zhixing/contract'

export const importSteps = ['选择文件', '核对', '导入', '结果']

/** Which step the server's phase belongs to. */
export const stepOf: Readonly<Record<ImportPhase, number>> = {
  reading: 1,
  unmapped: 1,
  checked: 1,
  failed: 1,
  discarded: 1,
  committing: 2,
  done: 3,
  undoing: 3,
  undone: 3,
}

export const phaseWords: Readonly<Record<ImportPhase, string>> = {
  reading: '正在读取',
  unmapped: '等待对应列',
  checked: '待写入',
  failed: '没有读成',
  discarded: '已放弃',
  committing: '正在写入',
  done: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
}
