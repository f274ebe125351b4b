import { manifestOf } from './manifests.ts'
import { zipOf } from './zips.ts'

const page = (script: string) => `<!doctype html><meta charset="utf-8"><title>课</title>
<p id="begun"></p><button onclick="turn()">下一页</button><button onclick="finish()">学完</button>
<script>
function findApi(name) { let at = window; while (!at[name] && at.parent !== at) at = at.parent; return at[name] }
${script}
</script>`

const page12 = page(`
const api = findApi('API')
api.LMSInitialize('')
const get = (name) => api.LMSGetValue('cmi.' + name)
let at = Number(get('core.lesson_location') || 0)
const show = () => { begun.textContent = [get('core.entry'), '第' + at + '页', get('suspend_data'), get('core.lesson_status')].join(' ') }
show()
function turn() { at += 1; api.LMSSetValue('cmi.core.lesson_location', String(at)); api.LMSSetValue('cmi.suspend_data', '记' + at); show() }
function finish() { api.LMSSetValue('cmi.core.score.raw', '90'); api.LMSSetValue('cmi.core.lesson_status', 'completed'); api.LMSFinish('') }
`)

const page2004 = page(`
const api = findApi('API_1484_11')
api.Initialize('')
const get = (name) => api.GetValue('cmi.' + name)
let at = Number(get('location') || 0)
const show = () => { begun.textContent = [get('entry'), '第' + at + '页', get('suspend_data'), get('completion_status')].join(' ') }
show()
function turn() {
  at += 1; api.SetValue('cmi.location', String(at)); api.SetValue('cmi.suspend_data', '记' + at); api.SetValue('cmi.exit', 'suspend')
  api.SetValue('cmi.interactions.0.id', 'q1'); api.SetValue('cmi.interactions.0.type', 'choice'); api.Commit(''); show()
}
function finish() { api.SetValue('cmi.score.scaled', '0.9'); api.SetValue('cmi.completion_status', 'completed'); api.SetValue('cmi.success_status', 'passed'); api.Terminate('') }
`)

export const contents = {
  scorm12: () =>
    zipOf([
      { name: 'imsmanifest.xml', content: manifestOf('1.2') },
      { name: 'index.html', content: page12 },
    ]),
  scorm2004: () =>
    zipOf([
      { name: 'imsmanifest.xml', content: manifestOf('2004 4th Edition') },
      { name: 'index.html', content: page2004 },
    ]),
}

/** Content that tries everything it must not be able to do, and writes down what came of it. */
export function hostile(platform: string): Buffer {
  const script = `<!doctype html><meta charset="utf-8"><pre id="report">…</pre><script>
const tries = {
  cookies: () => document.cookie || 'none',
  parentPage: () => window.top.document.title,
  parentStorage: () => window.top.localStorage.length,
  framedPlatform: () => new Promise((done, fail) => { const frame = document.createElement('iframe'); frame.src = '${platform}/'; document.addEventListener('securitypolicyviolation', () => fail(new Error('policy'))); document.body.append(frame) }),
  api: async () => (await fetch('${platform}/api/accounts/me?input=%7B%7D', { credentials: 'include' })).text(),
  apiUnread: async () => (await fetch('${platform}/api/accounts/me?input=%7B%7D', { credentials: 'include', mode: 'no-cors' })).type,
  change: async () => (await fetch('${platform}/api/accounts/signOut', { method: 'POST', credentials: 'include', mode: 'no-cors', body: '{}' })).type,
  elsewhere: async () => (await fetch('http://localhost:1/')).type,
  picture: () => new Promise((done, fail) => { const image = new Image(); image.onload = done; image.onerror = () => fail(new Error('no')); image.src = '${platform}/icon.png' }),
  worker: async () => { await navigator.serviceWorker.register('index.html'); return 'registered' },
  popup: () => window.open('${platform}/') ? 'opened' : (() => { throw new Error('no') })(),
  top: () => { window.top.location.href = 'about:blank'; return 'asked' },
}
document.cookie = 'session=stolen; path=/'
document.cookie = 'session=stolen; path=/api'
document.cookie = 'visible=here'
localStorage.setItem('left', 'behind')
;(async () => {
  const found = {}
  for (const [name, attempt] of Object.entries(tries)) {
    try { found[name] = 'GOT ' + await Promise.race([attempt(), new Promise((_, fail) => setTimeout(() => fail(new Error('silence')), 1500))]) }
    catch (error) { found[name] = 'refused' }
  }
  report.textContent = JSON.stringify(found)
})()
</script>`
  return zipOf([
    { name: 'imsmanifest.xml', content: manifestOf('1.2') },
    { name: 'index.html', content: script },
  ])
}
