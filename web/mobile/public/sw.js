/* Keeps what was opened, so that it can be opened again without a network. Nothing is sent from here. */

const pages = 'pages-1'
const answers = 'answers-1'
const answersMax = 200
/* Documents that were opened to be read; the page says so in the address. */
const documents = 'documents-1'
const documentsMax = 20
/* Courses that somebody took along; the page puts them there and takes them away. */
const taken = 'taken-1'
const home = '/m/'
/* Files are large; who is visited at home and who came to a meeting is kept by the page itself, sealed. */
const notKept = ['/api/files/', '/api/outreach/', '/api/activities/show']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(pages).then((cache) => cache.add(home)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request))
  else if (pathname.startsWith('/m/')) event.respondWith(partOf(request, pathname))
  else if (isKeptDocument(request)) event.respondWith(documentOf(request))
  else if (pathname.startsWith('/api/') && !notKept.some((one) => pathname.startsWith(one)))
    event.respondWith(answerOf(request))
})

/** The newest page there is; without a network, the one that was there last. */
async function pageOf(request) {
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await keep(pages, home, fresh.clone())
    return fresh
  } catch (error) {
    const kept = await caches.match(home)
    if (kept) return kept
    throw error
  }
}

/** What carries a hash in its name never changes. */
async function partOf(request, pathname) {
  const isHashed = pathname.startsWith('/m/assets/')
  const kept = isHashed ? await caches.match(request) : undefined
  if (kept) return kept
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await keep(pages, request, fresh.clone())
    return fresh
  } catch (error) {
    const last = await caches.match(request)
    if (last) return last
    throw error
  }
}

/** The server's word first; its last word only while it cannot be reached. */
async function answerOf(request) {
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await keep(answers, request, fresh.clone()).then(() => trim(answers, answersMax))
    return fresh
  } catch (error) {
    const kept = await caches.match(request)
    if (kept) return kept
    throw error
  }
}

function isKeptDocument({ url }) {
  const { pathname, searchParams } = new URL(url)
  return pathname.startsWith('/api/files/') && searchParams.has('keep')
}

/** The server first, because it knows who may still see it; what was opened last, without a network. */
async function documentOf(request) {
  try {
    const fresh = await fetch(request)
    if (fresh.status === 200)
      await keep(documents, request, fresh.clone()).then(() => trim(documents, documentsMax))
    return fresh
  } catch (error) {
    const kept = await caches.match(request)
    if (kept) return kept
    throw error
  }
}

async function keep(name, request, response) {
  const cache = await caches.open(name)
  await cache.put(request, response)
}

async function trim(name, most) {
  const cache = await caches.open(name)
  const kept = await cache.keys()
  await Promise.all(kept.slice(0, Math.max(0, kept.length - most)).map((one) => cache.delete(one)))
}

async function dropOthers() {
  const names = await caches.keys()
  const others = names.filter((name) => ![pages, answers, documents, taken].includes(name))
  await Promise.all(others.map((name) => caches.delete(name)))
}
