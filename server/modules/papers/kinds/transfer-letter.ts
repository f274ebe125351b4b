import type { Block, Cell, Paper } from '../paper.ts'

/** 党员组织关系介绍信: the stub that stays, the letter that goes along, and the slip that comes back. */
export type TransferLetter = {
  /** 〔2026〕12号 */
  readonly number: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validDays: number
  readonly validUntil: string
  /** "2026-05" */
  readonly duesPaidTo: string
  readonly name: string
  readonly sex: string
  readonly stage: string
  readonly ethnicity: string
  readonly idNumber: string
  readonly phone: string
  readonly fromName: string
  readonly toName: string
  readonly contact: string
}

export function transferLetterPaper(letter: TransferLetter): Paper {
  const { number, name, sex, stage, idNumber, phone, contact } = letter
  const { fromName, toName, validDays, validUntil, duesPaidTo, issuer, issuedOn } = letter
  const paid = `${Number(duesPaidTo.slice(0, 4))}年${Number(duesPaidTo.slice(5))}月`
  return {
    kind: 'register',
    title: '中国共产党党员组织关系介绍信',
    body: [
      flush(`存　根　　第${number}`),
      table([
        ['姓名', name, '人员类别', stage],
        ['由何处转出', fromName, '转往何处', toName],
        ['开具日期', issuedOn, '有效期', `${validDays} 天，至 ${validUntil}`],
        ['党费交至', paid, '开具单位', issuer],
      ]),
      flush(`介绍信　　第${number}`),
      flush(`${toName}：`),
      text(
        `兹介绍${name}同志（${sex}，${stage}，公民身份证号 ${idNumber}），由${fromName}转来你处，请转接组织关系。该同志党费已交至${paid}。`,
      ),
      text(`联系电话：${phone || '——'}。${contact ? `接收方联系方式：${contact}。` : ''}`),
      text(`本介绍信有效期 ${validDays} 天，至 ${validUntil} 止。在接收以前，党员仍由转出方管理。`),
      flush(`　　　　　　　　　　　　${issuer}（盖章）　　${issuedOn}`),
      flush(`回　执　　第${number}`),
      flush(`${issuer}：`),
      text(
        `${name}同志的组织关系已于　　　　年　　月　　日转到我处，所在党支部为　　　　　　　　　　　　。特此回复。`,
      ),
      flush('经办人：　　　　　　联系电话：　　　　　　接收党组织（盖章）　　　　年　　月　　日'),
    ],
    day: issuedOn,
  }
}

function flush(words: string): Block {
  return { level: 'flush', pieces: [words] }
}

function text(words: string): Block {
  return { level: 'text', pieces: [words] }
}

function table(lines: readonly (readonly string[])[]): Block {
  const rows = lines.map((line) =>
    line.map((words, at): Cell => ({ pieces: [words], ...(at % 2 === 0 ? { label: true } : {}) })),
  )
  return { level: 'table', table: { shares: [16, 34, 16, 34], rows } }
}
