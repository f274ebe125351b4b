type Item = {
  readonly id?: string
  readonly title?: string
  readonly href?: string
  readonly type?: 'sco' | 'asset'
  readonly inside?: string
  readonly parameters?: string
}

const lesson: Item = { title: '第一课', href: 'index.html' }

/** A manifest of ours in either standard, as authoring tools write them. */
export function manifestOf(
  version: '1.2' | '2004 3rd Edition' | '2004 4th Edition',
  given: readonly Item[] = [lesson],
) {
  const is12 = version === '1.2'
  const spaces = is12
    ? 'xmlns="urn:test:ims12" xmlns:adlcp="urn:test:adlcp_rootv1p2"'
    : 'xmlns="urn:test:ims13" xmlns:adlcp="urn:test:adlcp_v1p3" xmlns:imsss="urn:test:imsss"'
  const typeName = is12 ? 'adlcp:scormtype' : 'adlcp:scormType'
  const items = given.map(({ id, title, inside = '', parameters = '' }, at) => {
    const key = id ?? `item_${at + 1}`
    return `<item identifier="${key}" identifierref="res_${at}" parameters="${parameters}"><title>${title ?? '第一课'}</title>${inside}</item>`
  })
  const resources = given.map(
    ({ href = 'index.html', type = 'sco' }, at) =>
      `<resource identifier="res_${at}" type="webcontent" ${typeName}="${type}" href="${href}"><file href="${href}"/></resource>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="test" version="1" ${spaces}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>学习党章</title>${items.join('')}</organization></organizations>
  <resources>${resources.join('')}</resources>
</manifest>`
}
