import type { EntryOf, Output } from '@zhixing/contract'
import { fullDay, hoursText } from '../../../kernel/words.ts'

type Verified = Output<EntryOf<'certificates.verify'>>
type Certified = NonNullable<Verified['certified']>

/** What a stranger sees who scanned the code: one sentence, and what the paper must say. Needs no script. */
export function verificationPage({ state, certified }: Verified): string {
  if (!certified || state === 'unknown')
    return page(
      '没有这张证书',
      'calm',
      `<p>这个地址没有对应的证书。请核对地址是否完整，或直接用手机扫证书上的二维码。</p>
       <p>仍然没有的，请向发证单位核实。</p>`,
    )
  if (state === 'revoked')
    return page(
      '证书已撤销',
      'bad',
      `<p class="why">${fullDay(certified.revokedOn ?? '')}撤销，原因：${escaped(certified.revokeReason)}</p>
       ${table(certified)}`,
    )
  return page('证书有效', 'good', table(certified))
}

export function refusalPage(sentence: string): string {
  return page('请稍后再试', 'calm', `<p>${escaped(sentence)}</p>`)
}

function table(certified: Certified): string {
  const { name, organizationName, className, from, until, minutes, number } = certified
  const { issuerName, issuedOn } = certified
  const lines: readonly (readonly [string, string])[] = [
    ['姓名', name],
    ['所在单位', organizationName],
    ['培训班', className],
    ['培训时间', from === until ? fullDay(from) : `${fullDay(from)}至${fullDay(until)}`],
    ['学时', minutes > 0 ? hoursText(minutes) : ''],
    ['证书编号', number],
    ['发证单位', issuerName],
    ['发证日期', fullDay(issuedOn)],
  ]
  const rows = lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<dt>${label}</dt><dd>${escaped(value)}</dd>`)
  return `<dl>${rows.join('')}</dl>
    <p class="note">请与手中的证书逐项核对：有一项不一致，证书就是假的。</p>`
}

function page(heading: string, tone: 'good' | 'bad' | 'calm', body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} · 结业证书核验</title>
<style>${style}</style>
</head>
<body>
<main class="${tone}">
<p class="kind">结业证书核验</p>
<h1>${heading}</h1>
${body}
</main>
</body>
</html>
`
}

/** The policy of the page names them by their hash. */
export const style = `
html { color: #1f2329; background: #faf8f4; font: 18px/1.7 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
.kind { margin: 0; color: #4a505a; font-size: .9rem; }
h1 { margin: .2rem 0 1.4rem; font: 600 1.9rem/1.3 'Songti SC', 'Noto Serif CJK SC', serif; }
.good h1 { color: #1e5c3a; }
.bad h1 { color: #9a1822; }
.bad dd { text-decoration: line-through; }
.why { padding-left: .8rem; border-left: 3px solid #9a1822; }
dl { display: grid; grid-template-columns: max-content 1fr; margin: 0; border-top: 1px solid #b9b2a4; }
dt, dd { margin: 0; padding: .55rem 0; border-bottom: 1px solid #e5e0d6; }
dt { padding-right: 1.2rem; color: #4a505a; }
dd { overflow-wrap: anywhere; }
.note { color: #4a505a; font-size: .9rem; }
`

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
