import { slideLimits } from '../../../api/rules/pictures/picture.ts'
import { Problem } from '../api.ts'

/** A projector shows no more. */
export const pageWidth = 1920

const qualities = [0.9, 0.8, 0.7, 0.55, 0.4]

const cannotDraw = () => new Problem('no-canvas', 'This browser cannot draw slides. Try it on a laptop', 422)

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
  if (!pen) throw cannotDraw()
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  return pen
}

/**
 * Encodes at the highest quality that the server accepts; a page that is too large at the lowest becomes smaller. Empties the canvas: some
 * browsers free its memory late, and phones have little.
 */
export async function encodePage(canvas: HTMLCanvasElement): Promise<Blob> {
  let excess = 0
  for (const quality of qualities) {
    // The lowest quality needs about a quarter of the bytes, so those between are not tried in vain: each takes seconds on a slow laptop.
    if (excess > 4 && quality !== qualities.at(-1)) continue
    const picture = (await toBlob(canvas, 'image/webp', quality)) ?? (await toBlob(canvas, 'image/jpeg', quality))
    if (!picture) throw cannotDraw()
    if (picture.size <= slideLimits.bytes) {
      empty(canvas)
      return picture
    }
    excess = picture.size / slideLimits.bytes
  }
  const smaller = document.createElement('canvas')
  const scale = Math.min(0.7, 1 / Math.sqrt(excess))
  smaller.width = Math.max(1, Math.round(canvas.width * scale))
  smaller.height = Math.max(1, Math.round(canvas.height * scale))
  fillWhite(smaller).drawImage(canvas, 0, 0, smaller.width, smaller.height)
  empty(canvas)
  return encodePage(smaller)
}

function empty(canvas: HTMLCanvasElement): void {
  canvas.width = 0
  canvas.height = 0
}

/** Undefined where the browser has no encoder of this type: it would return a PNG. */
async function toBlob(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
  return blob?.type === type ? blob : undefined
}
