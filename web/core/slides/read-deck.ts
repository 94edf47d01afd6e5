import { slideLimits } from '../../../api/rules/pictures/picture.ts'
import { openPicture } from '../browser/shrink-picture.ts'
import { createPageCanvas, encodePage, fillWhite } from './page-picture.ts'
import { notSlides, tooManyPages } from './slide-problems.ts'

/** `of`: how many pages there will be. */
export type OnPage = (picture: Blob, of: number) => void

const presentations: [RegExp, string][] = [
  [/\.(pptx?|ppsx?)$/i, 'In PowerPoint choose File, Save As or Export, and PDF'],
  [/\.key(note)?$/i, 'In Keynote choose File, Export To, PDF'],
  [/\.odp$/i, 'In LibreOffice choose File, Export As, PDF'],
]

/** Turns one PDF, or pictures in the order of their names, into the pages that the room will see. */
export async function readDeck(files: readonly File[], onPage: OnPage, signal: AbortSignal): Promise<void> {
  for (const { name } of files)
    for (const [pattern, how] of presentations)
      if (pattern.test(name)) throw notSlides(`The slides need to be a PDF. ${how}; then choose that file`)
  const pdfs = (await Promise.all(files.map(isPdf))).filter(Boolean).length
  if (pdfs > 0 && files.length > 1) throw notSlides('Choose one PDF alone, or pictures alone')
  if (pdfs === 1) {
    const { renderPdf } = await import('./render-pdf.ts')
    return renderPdf(files[0]!, onPage, signal)
  }
  if (files.length > slideLimits.pages) throw tooManyPages(files.length)
  const inOrder = [...files].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
  for (const file of inOrder) {
    const picture = await drawPicture(file)
    signal.throwIfAborted()
    onPage(picture, files.length)
  }
}

async function isPdf(file: File): Promise<boolean> {
  if (file.type === 'application/pdf' || /\.pdf$/i.test(file.name)) return true
  return (await file.slice(0, 1024).text()).includes('%PDF-')
}

async function drawPicture(file: Blob): Promise<Blob> {
  const image = await openPicture(file)
  const { naturalWidth: width, naturalHeight: height } = image
  const canvas = createPageCanvas(width, height)
  fillWhite(canvas).drawImage(image, 0, 0, canvas.width, canvas.height)
  return encodePage(canvas)
}
