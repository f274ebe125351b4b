import type { Reason } from '@zhixing/contract'
import { resolvedIn } from './address.ts'

/** Markup as the kernel reads it; a rule knows its shape only. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

export type Standard = 'scorm12' | 'scorm2004'

/** Something that can be opened and learned from. */
export type Lesson = {
  readonly identifier: string
  readonly title: string
  /** The file, as it is kept, with the question and the mark that its author put behind it. */
  readonly launch: string
  /** Without a run-time of its own, opening it is all there is to do. */
  readonly isAsset: boolean
  readonly masteryScore: number | null
  readonly launchData: string
}

export type PackageFacts = {
  readonly standard: Standard
  readonly edition: string
  readonly title: string
  readonly lessons: readonly Lesson[]
}

type Refused = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}
type Read = PackageFacts | { readonly refusal: Refused }
export type HasFile = (kept: string) => boolean

const lessonsMax = 200

/** What a manifest says, or why it cannot be played. */
export function readManifest(root: Element, hasFile: HasFile): Read {
  if (root.name !== 'manifest') return refused('packages.root')
  const said = saidStandard(root)
  const standard = standardOf(said)
  if (!standard) return refused('packages.standard', { 标准: said })

  const organization = organizationOf(root)
  const resources = resourcesOf(root)
  const title = titleOf(organization) || titleOf(root) || '未命名课件'
  const items = organization ? itemsOf(organization) : []
  const wanted = items.length > 0 ? items : looseItems(resources, title)
  if (wanted.length === 0) return refused('packages.empty')
  if (wanted.length > lessonsMax)
    return refused('packages.many', { 数量: wanted.length, 上限: lessonsMax })

  const lessons: Lesson[] = []
  for (const item of wanted) {
    const lesson = lessonOf(item, resources, hasFile)
    if ('refusal' in lesson) return lesson
    lessons.push(lesson)
  }
  return { standard, edition: said || '1.2', title: title.slice(0, 100), lessons }
}

function refused(reason: Reason, words: Refused['words'] = {}) {
  return { refusal: { reason, words } }
}

/** In the words of the manifest; where it says nothing, the names it uses tell. */
function saidStandard(root: Element): string {
  const said = child(child(root, 'metadata'), 'schemaversion')?.text.trim()
  if (said) return said
  const names = Object.values(root.attributes).join(' ')
  return /adlcp_v1p3|adlseq|imsss/.test(names) ? '2004' : ''
}

function standardOf(said: string): Standard | undefined {
  if (/2004|CAM 1\.3|^1\.3/i.test(said)) return 'scorm2004'
  return said === '' || said.startsWith('1.2') ? 'scorm12' : undefined
}

function organizationOf(root: Element): Element | undefined {
  const all = child(root, 'organizations')
  const organizations = childrenOf(all, 'organization')
  const wanted = all?.attributes['default']
  return (
    organizations.find(({ attributes }) => attributes['identifier'] === wanted) ?? organizations[0]
  )
}

type Resource = Element & { readonly base: string }

function resourcesOf(root: Element): ReadonlyMap<string, Resource> {
  const all = child(root, 'resources')
  const base = `${baseOf(root)}${baseOf(all)}`
  return new Map(
    childrenOf(all, 'resource').map((one) => [
      one.attributes['identifier'] ?? '',
      { ...one, base: `${base}${baseOf(one)}` },
    ]),
  )
}

function baseOf(element: Element | undefined): string {
  return element?.attributes['base'] ?? ''
}

/** The leaves of the outline that can be opened, in its order. */
function itemsOf(parent: Element): readonly Element[] {
  return childrenOf(parent, 'item').flatMap((item) => {
    const own = item.attributes['identifierref'] && item.attributes['isvisible'] !== 'false'
    return own ? [item, ...itemsOf(item)] : itemsOf(item)
  })
}

/** Without an outline, what the resources call a lesson is one. */
function looseItems(resources: ReadonlyMap<string, Resource>, title: string): Element[] {
  return [...resources]
    .filter(([, { attributes }]) => scormType(attributes) === 'sco')
    .map(([id]) => ({
      name: 'item',
      attributes: { identifier: id, identifierref: id },
      children: [{ name: 'title', attributes: {}, children: [], text: title }],
      text: '',
    }))
}

function lessonOf(item: Element, resources: ReadonlyMap<string, Resource>, hasFile: HasFile) {
  const identifier = item.attributes['identifier'] ?? ''
  const title = titleOf(item) || identifier
  const reference = item.attributes['identifierref'] ?? ''
  const resource = resources.get(reference)
  const named = { 名称: title.slice(0, 60) }
  if (!resource) return refused('packages.resource', { ...named, 资源: reference })
  const href = resource.attributes['href']?.trim()
  if (!href) return refused('packages.href', named)

  const address = `${resource.base}${href}`
  const found = resolvedIn(address, item.attributes['parameters'] ?? '')
  if (!found) return refused('packages.outside', { ...named, 地址: address.slice(0, 120) })
  if (!hasFile(found.file))
    return refused('packages.file', { ...named, 地址: address.slice(0, 120) })
  const lesson: Lesson = {
    identifier: identifier.slice(0, 200),
    title: title.slice(0, 100),
    launch: found.launch,
    isAsset: scormType(resource.attributes) !== 'sco',
    masteryScore: masteryOf(item),
    launchData:
      (child(item, 'datafromlms') ?? child(item, 'dataFromLMS'))?.text.slice(0, 4000) ?? '',
  }
  return lesson
}

/** Spelled "scormtype" in the one standard and "scormType" in the other. */
function scormType(attributes: Element['attributes']): string {
  return (attributes['scormtype'] ?? attributes['scormType'] ?? 'asset').toLowerCase()
}

/** In per cent, whichever standard it was written in. */
function masteryOf(item: Element): number | null {
  const said = child(item, 'masteryscore')?.text.trim()
  const measure = find(item, 'minNormalizedMeasure')?.text.trim()
  const score = said ? Number(said) : Number(measure ?? Number.NaN) * 100
  return score >= 0 && score <= 100 ? score : null
}

function titleOf(element: Element | undefined): string {
  return child(element, 'title')?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
}

function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name)
}

function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((one) => one.name === name) ?? []
}

function find(element: Element, name: string): Element | undefined {
  for (const one of element.children) {
    const found = one.name === name ? one : find(one, name)
    if (found) return found
  }
  return undefined
}
