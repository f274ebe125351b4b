import { readFile } from 'node:fs/promises'

/** Whether a file begins as captions do. */
export async function isWebVtt(path: string): Promise<boolean> {
  return /^\uFEFF?WEBVTT(\s|$)/.test(await readFile(path, 'utf8'))
}
