import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { readSheet } from '../../../kernel/sheets/index.ts'
import { readFile } from '../../files/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { refuseQuestion } from '../rules/question.ts'
import { readBank } from '../rules/sheet.ts'
import { keepQuestions, retireQuestion } from '../store/bank.ts'

const rowsMax = 3000

type Owning = Pick<Scene, 'tx' | 'now' | 'actor' | 'reach'>

async function ownerAt({ tx, now, actor, reach }: Owning, organizationId: string) {
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  return { unitId, organizationId, path, byId: actor.accountId, at: now }
}

/** A table of questions: all of them, or none and every line that is wrong. */
export const importQuestions = act(
  contract.quizzes.importQuestions,
  async (scene, { organizationId, fileId }) => {
    const owner = await ownerAt(scene, organizationId)
    const read = readBank(await linesOf(scene, fileId))
    if (read.missing) throw conflict('quizzes.columns', { 列: read.missing })
    const isWrong = read.faults.length > 0
    const added = isWrong ? [] : await keepQuestions(scene.tx, owner, read.questions)
    const known = isWrong ? 0 : read.questions.length - added.length
    return {
      value: { added: added.length, known, faults: read.faults.slice(0, 200) },
      place: owner,
      change:
        added.length > 0
          ? { subject: `bank:${organizationId}`, after: { added: added.length } }
          : 'none',
    }
  },
)

async function linesOf(
  { tx, files, actor }: Pick<Scene, 'tx' | 'files' | 'actor'>,
  fileId: string,
) {
  const { unitId, accountId } = actor
  const { path } = await readFile(tx, files, { unitId, fileId, accountId })
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const heap of readSheet(path)) {
    rows.push(...heap)
    if (rows.length > rowsMax) throw conflict('quizzes.tooMany', { 上限: rowsMax })
  }
  return rows
}

/** One question by hand. Written anew, it takes the place of the old one. */
export const saveQuestion = act(
  contract.quizzes.saveQuestion,
  async (scene, { organizationId, replaces, ...question }) => {
    const refusal = refuseQuestion(question)
    if (refusal) throw conflict(refusal.reason, refusal.words)
    const { tx, now, reach } = scene
    const owner = await ownerAt(scene, organizationId)
    if (replaces && !(await retireQuestion(tx, reach, { ...replaces, now })))
      throw missing('quizzes.question')
    const [questionId] = await keepQuestions(tx, owner, [question])
    if (!questionId) throw conflict('quizzes.known')
    return {
      value: { unitId: owner.unitId, questionId },
      place: owner,
      change: { subject: `question:${questionId}`, after: { ...question, replaces } },
    }
  },
)

export const retire = act(contract.quizzes.retireQuestion, async ({ tx, now, reach }, key) => {
  const row = await retireQuestion(tx, reach, { ...key, now })
  if (!row) throw missing('quizzes.question')
  const subject = `question:${row.id}`
  return { value: {}, place: row, change: { subject, after: { retired: true } } }
})
