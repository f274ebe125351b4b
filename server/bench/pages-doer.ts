import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NameOf } from '@zhixing/contract'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Client } from 'pg'
import { writeRoll } from './import-workbook.ts'
import type { Stander } from './pages-place.ts'

/** Somebody who does what the product lets them do. */
export type Doer = {
  readonly app: FastifyInstance
  readonly client: Client
  readonly stander: Stander
}

export type Row = Readonly<Record<string, unknown>>

/** What a command answers; refused, it is an error that says why. */
export async function command(
  { app, stander }: Doer,
  name: NameOf<'command'>,
  payload: Row,
): Promise<Row> {
  const url = `/api/${name.replace('.', '/')}`
  const cookies = { session: stander.standpoint }
  return answered(await app.inject({ method: 'POST', url, payload, cookies }), name).json<Row>()
}

/** A roll of some hundred people who are not there yet, for these branches; uploaded and not read. */
export async function uploadRoll(doer: Doer, branches: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-roll-'))
  try {
    const path = join(folder, 'roll.xlsx')
    await writeRoll(path, 300, branches)
    return await upload(doer, { name: '名册.xlsx', purpose: 'table', bytes: await readFile(path) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A paper that the product draws, as somebody brings it back signed. */
export async function bringBack(doer: Doer, url: string) {
  const { app, stander } = doer
  const drawn = answered(await app.inject({ url, cookies: { session: stander.standpoint } }), url)
  const bytes = drawn.rawPayload
  return upload(doer, { name: '签字.docx', purpose: 'document', bytes })
}

type Given = { readonly name: string; readonly purpose: string; readonly bytes: Buffer }

async function upload({ app, stander }: Doer, { name, purpose, bytes }: Given) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const packed = new Response(form)
  const answer = await app.inject({
    method: 'POST',
    url: `/api/files/upload?purpose=${purpose}`,
    headers: { 'content-type': packed.headers.get('content-type') ?? '' },
    payload: Buffer.from(await packed.arrayBuffer()),
    cookies: { session: stander.standpoint },
  })
  return answered(answer, name).json<{ unitId: string; fileId: string }>()
}

function answered(answer: LightMyRequestResponse, what: string): LightMyRequestResponse {
  if (answer.statusCode === 200) return answer
  throw new Error(`${what} (${answer.statusCode}): ${answer.body}`)
}
