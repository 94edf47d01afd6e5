import { slideLimits } from '../../../api/rules/pictures/picture.ts'
import { Problem } from '../api.ts'

/** A projector shows no more. */
export const pageWidth = 1920

const qualities = [0.9, 0.8, 0.7, 0.55, 0.4]

export function createPageCanvas(width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(pageWidth / width, slideLimits.side / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  return canvas
}

/** White behind transparent parts, as programs that show PDFs draw them. */
export function fillWhite(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) throw new Problem('no-canvas', 'This browser cannot draw slides. Try it on a laptop', 422)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  return pen
}

/** Encodes at the highest quality that the server accepts; a page that is too large at the lowest becomes smaller. */
export async function encodePage(canvas: HTMLCanvasElement): Promise<Blob> {
  for (const quality of qualities) {
    const picture = (await toBlob(canvas, 'image/webp', quality)) ?? (await toBlob(canvas, 'image/jpeg', quality))
    if (picture && picture.size <= slideLimits.bytes) return picture
  }
  const smaller = document.createElement('canvas')
  smaller.width = Math.round(canvas.width * 0.7)
  smaller.height = Math.round(canvas.height * 0.7)
  fillWhite(smaller).drawImage(canvas, 0, 0, smaller.width, smaller.height)
  return encodePage(smaller)
}

/** Undefined where the browser has no encoder of this type: it would return a PNG. */
async function toBlob(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
  return blob?.type === type ? blob : undefined
}
