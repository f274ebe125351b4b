import { upload } from '../upload.ts'
import type { Photo } from './waiting.ts'

const edge = 1280
const quality = 0.75

/** A photo as small as evidence needs; drawing it anew also leaves behind where and with what it was taken. */
export async function shrink(file: File): Promise<Photo> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })
  if (!blob) throw new Error('照片没有处理成，请换一张')
  return { bytes: await blob.arrayBuffer(), type: 'image/jpeg' }
}

/** Sends a photo, and answers with its name there. */
export async function uploadPhoto({ bytes, type }: Photo, name: string): Promise<string> {
  const file = new File([bytes], name, { type })
  const { signal } = new AbortController()
  const { fileId } = await upload(file, {
    purpose: 'document',
    onProgress: () => undefined,
    signal,
  })
  return fileId
}
