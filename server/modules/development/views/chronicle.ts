import { entryKinds } from '@zhixing/contract/development-words.ts'
import type { Reader } from '../../../kernel/db.ts'
import { filesOf } from '../../files/index.ts'
import { findLog } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { hoursOf } from '../rules/say.ts'
import type { findEntries } from '../store/applicants.ts'

type Entry = Awaited<ReturnType<typeof findEntries>>[number]

const words: Readonly<Record<string, string>> = {
  ...entryKinds,
  vote: '支部大会表决',
  notice: '公示',
  contacts: '指定人员',
  opinion: '联审',
  moved: '转接',
  account: '本人账号',
  activity: '参加活动',
  recommendation: '推荐',
  selection: '择优票决',
  review: '梳理后备',
  exit: '退出后备',
  corrected: '更正',
  task: '培养任务',
  subject: '审查情况',
}

/** All that happened, decisions and entries together, the latest first; nothing of it can be changed. */
export async function chronicleOf(db: Reader, found: Case, entries: readonly Entry[]) {
  const { unitId, id } = found
  const [log, files] = await Promise.all([findLog(db, unitId, [id]), filesOf(db, [`case:${id}`])])
  const own = files.get(`case:${id}`) ?? []
  const named = (ids: readonly string[]) =>
    own
      .filter(({ fileId }) => ids.includes(fileId))
      .map(({ fileId, name, bytes, unitId: unit }) => ({ unitId: unit, fileId, name, bytes }))
  const decided = log.map(({ stepName, outcomeName, reason, on, at, byName, isLate, papers }) => ({
    what: stepName,
    text: reason ? `${outcomeName}：${reason}` : outcomeName,
    on,
    at: at.toISOString(),
    byName,
    isLate,
    files: named(papers),
  }))
  const written = entries.map(({ kind, text, minutes, points, facts, on, at, byName }) => ({
    what: words[kind] ?? kind,
    text: `${text}${hoursOf(minutes)}${points === 0 ? '' : `（${points > 0 ? '+' : ''}${points} 分）`}`,
    on,
    at: at.toISOString(),
    byName,
    isLate: false,
    files: named(String(facts['files'] ?? '').split(' ')),
  }))
  return [...decided, ...written].toSorted(
    (one, other) => other.on.localeCompare(one.on) || other.at.localeCompare(one.at),
  )
}
