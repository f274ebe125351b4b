const edge = 1280
const quality = 0.75

/** A photo as small as evidence needs; drawing it anew also leaves behind where and with what it was taken. */
export async function shrink(file: File): Promise<{ bytes: ArrayBuffer; type: string }> {
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
