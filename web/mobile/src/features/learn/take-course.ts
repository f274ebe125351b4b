import type { EntryOf, Output } from '@zhixing/contract'
import { addressOfQuery } from '@zhixing/kit/api.ts'
import { takeTicket } from '@zhixing/kit/learn/tickets.ts'
import { fileAddress } from '@zhixing/kit/upload.ts'
import { keepPages } from '../../app/keep-pages.ts'

type Course = Output<EntryOf<'courses.open'>>
type Item = Course['contents'][number]

/** A course that this phone has: what can be read of it, and how large that is. */
export type TakenCourse = { courseId: string; title: string; bytes: number; items: number }

const place = 'zhixing.courses'
/** The service worker looks here as well, and throws nothing out. */
const cacheName = 'taken-1'

export function readTakenCourses(): TakenCourse[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as TakenCourse[]
  } catch {
    return []
  }
}

export function isTaken(courseId: string): boolean {
  return readTakenCourses().some((one) => one.courseId === courseId)
}

/** Whether this browser can keep pages at all: it needs https, and not every one inside another app knows how. */
export function canTake(): boolean {
  return 'caches' in globalThis && 'serviceWorker' in navigator
}

/** What is read can be taken along; what is played, answered or joined needs the network. */
export function readableOf({ contents }: Course): Item[] {
  return contents.filter(
    ({ kind, file }) => kind === 'article' || (kind === 'document' && file !== null),
  )
}

export function documentAddress(file: { unitId: string; fileId: string }): string {
  return `${fileAddress(file)}?show=1&keep=1`
}

/**
 * Fetches all of it, or says what is missing; then the pages that show it, and for each part a ticket, so that what is
 * read today counts. Done again whenever the course is opened with a network.
 */
export async function takeCourse(course: Course): Promise<void> {
  const { courseId, title } = course
  const items = readableOf(course)
  const documents = items.flatMap(({ file }) => (file ? [documentAddress(file)] : []))
  const cache = await caches.open(cacheName)
  await cache.addAll([addressOfQuery('courses.open', { courseId }), ...documents])
  await keepPages([import('./CoursePage.tsx'), ...(documents.length > 0 ? [keepReader()] : [])])
  const open = items.filter(({ completedAt }) => completedAt === null)
  await Promise.all(open.map(({ itemId }) => takeTicket(courseId, itemId).catch(() => undefined)))
  const others = readTakenCourses().filter((one) => one.courseId !== courseId)
  const bytes = await sizeOf(cache, documents)
  const taken = { courseId, title, bytes, items: items.length }
  localStorage.setItem(place, JSON.stringify([...others, taken]))
}

async function sizeOf(cache: Cache, addresses: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    addresses.map(async (one) => (await (await cache.match(one))?.blob())?.size ?? 0),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function keepReader(): Promise<void> {
  await import('@zhixing/kit/ui/document/DocumentView.tsx')
  const { readerParts } = await import('@zhixing/kit/ui/document/open-document.ts')
  const cache = await caches.open('pages-1')
  await cache.addAll(readerParts)
}

export async function leaveCourse(courseId: string): Promise<void> {
  const others = readTakenCourses().filter((one) => one.courseId !== courseId)
  localStorage.setItem(place, JSON.stringify(others))
  const cache = await caches.open(cacheName)
  const address = new URL(addressOfQuery('courses.open', { courseId }), location.href).href
  const opened = await cache.match(address)
  const course = (await opened?.json()) as Course | undefined
  const files = (course?.contents ?? []).flatMap(({ file }) =>
    file ? [documentAddress(file)] : [],
  )
  await Promise.all([address, ...files].map((one) => cache.delete(one)))
}
