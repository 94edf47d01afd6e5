import { entryPictureLimits, eventPictureLimits, type PictureLimits } from '../../../api/rules/pictures/picture.ts'
import { Problem } from '../api.ts'

/** `image/png` for logos, which may be transparent. `side`: the longest side, in pixels, at which it is ever shown. */
export type PictureKind = { as: 'image/jpeg' | 'image/png'; side: number; limits: PictureLimits }

export const photograph: PictureKind = { as: 'image/jpeg', side: 1280, limits: entryPictureLimits }
export const logo: PictureKind = { as: 'image/png', side: 1920, limits: eventPictureLimits }

const unreadable = () =>
  new Problem(
    'not-a-picture',
    'This browser cannot read that file as a picture. Save it as a JPEG or PNG, or take a screenshot of it, and choose that',
    422,
  )

export async function openPicture(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    if (!image.naturalWidth || !image.naturalHeight) throw unreadable()
    return image
  } catch {
    throw unreadable()
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** Redraws the picture upright. This drops its metadata, with the place where it was taken. */
async function drawPicture(image: HTMLImageElement, side: number, as: PictureKind['as']): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw unreadable()
  pen.imageSmoothingQuality = 'high'
  if (as === 'image/jpeg') {
    // JPEG has no transparency: fill with white, or it becomes black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, as, 0.82))
  if (!small) throw unreadable()
  return small
}

export async function smallPicture(file: Blob, { as, side, limits }: PictureKind): Promise<Blob> {
  const image = await openPicture(file)
  for (const share of [1, 0.7, 0.5, 0.35, 0.2]) {
    const small = await drawPicture(image, Math.round(side * share), as)
    if (small.size <= limits.bytes) return small
  }
  return drawPicture(image, Math.round(side * 0.5), 'image/jpeg')
}
