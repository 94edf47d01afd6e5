// Files of their own, as pdf.js publishes them: to lower their syntax would put helpers into the scripts that every page loads.
import libraryUrl from 'pdfjs-dist/legacy/build/pdf.min.mjs?url'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { slideLimits } from '../../../api/rules/pictures/picture.ts'
import { Problem } from '../api.ts'
import { createPageCanvas, encodePage, fillWhite } from './page-picture.ts'
import { tooManyPages } from './slide-problems.ts'

type Pdf = typeof import('pdfjs-dist')

/** Draws the pages of a PDF in this browser, so that no server parses a document. `onPage` is called for each, in order. */
export async function renderPdf(
  file: Blob,
  onPage: (picture: Blob, of: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { getDocument, PDFWorker, version } = await loadLibrary()
  const port = new Worker(workerUrl, { type: 'module' })
  const broken = new Promise<never>((_, reject) => {
    port.onerror = () => reject(offline())
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  const worker = new PDFWorker({ port: port as unknown as null })
  const loading = getDocument({
    ...{ data: await file.arrayBuffer().catch(explain), worker, isEvalSupported: false },
    // The policy of our pages forbids WebAssembly; pdf.js then decodes JPEG 2000 in JavaScript, and needs nothing else of it.
    useWasm: false,
    cMapUrl: `/assets/pdf-${version}/cmaps/`,
    standardFontDataUrl: `/assets/pdf-${version}/standard_fonts/`,
    wasmUrl: `/assets/pdf-${version}/wasm/`,
    // Else a system that has no Helvetica draws another font, squeezed into its widths.
    useSystemFonts: false,
  })
  try {
    const pdf = await Promise.race([loading.promise.catch(explain), broken])
    if (pdf.numPages > slideLimits.pages) throw tooManyPages(pdf.numPages)
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const picture = await Promise.race([drawPage(await pdf.getPage(number)).catch(explain), broken])
      onPage(picture, pdf.numPages)
    }
  } finally {
    loading.destroy().catch(() => {})
    worker.destroy()
    port.terminate()
  }
}

const offline = () => new Problem('offline', 'The server cannot be reached. Check the connection', 0)

async function loadLibrary(): Promise<Pdf> {
  try {
    return await import(/* @vite-ignore */ libraryUrl)
  } catch {
    throw offline()
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdf['getDocument']>['promise']>['getPage']>>

async function drawPage(page: PdfPage): Promise<Blob> {
  const { width, height } = page.getViewport({ scale: 1 })
  const canvas = createPageCanvas(width, height)
  fillWhite(canvas)
  const viewport = page.getViewport({ scale: canvas.width / width })
  // To draw for print goes on while the page is in the background; for the display it would wait.
  await page.render({ canvas, viewport, intent: 'print' }).promise
  page.cleanup()
  return encodePage(canvas)
}

function explain(failure: unknown): never {
  if (failure instanceof Problem) throw failure
  const isLocked = (failure as Error | undefined)?.name === 'PasswordException'
  throw new Problem(
    'not-slides',
    isLocked
      ? 'This PDF is locked with a password. Save it without one and choose it again'
      : 'This browser cannot read that PDF. Save it again as a PDF, or choose pictures of its pages',
    422,
  )
}
