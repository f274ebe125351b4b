import { Readable } from 'node:stream'
import yazl from 'yazl'
import { newId } from '../kernel/ids.ts'
import { unpackPackage } from '../modules/packages/acts/unpack-package.ts'
import { keepPackage } from '../modules/packages/store/packages.ts'
import type { CourseScene } from './plant-courses.ts'
import type { DemoOrganization } from './tree.ts'

const archiveBytesMax = 1024 * 1024

/** A package in the 1.2 standard, as an authoring tool would hand it over, read the way uploads are read. */
export async function plantPackage(
  { tx, now, files }: CourseScene,
  { unitId, id: organizationId, path }: DemoOrganization,
  byId: string,
): Promise<string> {
  const packageId = newId()
  const fileId = newId()
  await files.receive(fileId, archive(), archiveBytesMax)
  await files.keep(fileId)
  const facts = await unpackPackage({ files, report: unheard }, { fileId, packageId })
  await files.remove(fileId)
  await keepPackage(tx, { ...facts, unitId, id: packageId, organizationId, path, byId, at: now })
  return packageId
}

async function unheard(): Promise<void> {}

function archive(): Readable {
  const zip = new yazl.ZipFile()
  zip.addBuffer(Buffer.from(manifest), 'imsmanifest.xml')
  zip.addBuffer(Buffer.from(page), 'index.html')
  zip.end()
  return Readable.from(zip.outputStream)
}

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="scam" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="all"><organization identifier="all"><title>不上当：五个骗局</title>
    <item identifier="one" identifierref="page"><title>五个骗局</title></item>
  </organization></organizations>
  <resources><resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
    <file href="index.html"/></resource></resources>
</manifest>`

const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>五个骗局</title>
<meta name="viewport" content="width=device-width">
<style>body{font:20px/1.8 sans-serif;max-width:36em;margin:2em auto;padding:0 1em}
button{font:inherit;padding:.4em 1.2em;margin-right:1em}</style>
<h1 id="title"></h1><p id="text"></p><p><button id="back">上一页</button><button id="next">下一页</button></p>
<script>
var pages = [
  ['冒充客服', '电话里说要给您退款，让您下载软件、共享屏幕：挂断，自己打官方电话问。'],
  ['冒充公检法', '说您涉案，要把钱转到“安全账户”：世上没有安全账户。'],
  ['刷单返利', '先给小钱，再要大钱：天上不掉馅饼。'],
  ['冒充熟人', '说是孙子出了事，急用钱：先给孩子本人打电话。'],
  ['假投资', '群里都说赚了：群里除了您，都是骗子。'],
];
function find(at) { while (!at.API && at.parent !== at) at = at.parent; return at.API; }
var api = find(window);
if (api) api.LMSInitialize('');
var at = Number((api && api.LMSGetValue('cmi.core.lesson_location')) || 0);
function show() {
  title.textContent = (at + 1) + '．' + pages[at][0];
  text.textContent = pages[at][1];
  back.disabled = at === 0;
  next.textContent = at === pages.length - 1 ? '学完了' : '下一页';
}
function keep(name, value) { if (api) { api.LMSSetValue('cmi.core.' + name, value); api.LMSCommit(''); } }
back.onclick = function () { at -= 1; keep('lesson_location', String(at)); show(); };
next.onclick = function () {
  if (at === pages.length - 1) { keep('lesson_status', 'completed'); next.disabled = true; return; }
  at += 1; keep('lesson_location', String(at)); show();
};
show();
</script></html>`
