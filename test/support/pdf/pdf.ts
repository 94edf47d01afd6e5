export type PdfPage = { width: number; height: number; drawing: string }
/** Adds an object to the file and returns its reference. */
export type AddObject = (object: string) => string
/** What drawings can name: an entry for each kind in the pages' dictionary of resources. */
export type Resources = (add: AddObject) => string

type Options = { locked?: boolean; resources?: Resources }

/** Fonts: /F, which is Helvetica; graphic states: /Half, which paints at half its opacity. */
const plainResources: Resources = (add) =>
  `/Font << /F ${add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')} >> /ExtGState << /Half << /ca 0.5 /CA 0.5 >> >>`

/** A PDF file of these pages. */
export function makePdf(pages: PdfPage[], { locked = false, resources = plainResources }: Options = {}): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  const add: AddObject = (object) => `${objects.push(object)} 0 R`
  const named = resources(add)
  const kids = pages.map(({ width, height, drawing }) => {
    const contents = add(stream('', drawing))
    const box = `/MediaBox [0 0 ${width} ${height}]`
    return add(`<< /Type /Page /Parent 2 0 R ${box} /Resources << ${named} >> /Contents ${contents} >>`)
  })
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`
  const secret = `<${'00'.repeat(32)}>`
  if (locked) add(`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`)
  let text = '%PDF-1.7\n'
  const places = objects.map((object, n) => {
    const place = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const lock = locked ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${text.length}\n%%EOF`
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}

/** `data`: characters up to U+00FF, each of which is a byte. */
export const stream = (dictionary: string, data: string) =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`

export const bytesStream = (dictionary: string, bytes: Uint8Array) =>
  stream(dictionary, Buffer.from(bytes).toString('latin1'))

/** Coloured fields, a line of large text, and, with `alpha`, fields that let others through. Each `seed` is unlike the others. */
export function pdfPage(width: number, height: number, seed: number, { alpha = false } = {}): PdfPage {
  const colour = (n: number) => `${((n * 37) % 100) / 100} ${((n * 61) % 100) / 100} ${((n * 83) % 100) / 100} rg`
  const field = (n: number) =>
    `${colour(seed * 7 + n)} ${(width / 5) * n} ${(height / 6) * (n % 3)} ${width / 4} ${height / 3} re f`
  const fields = [0, 1, 2, 3, 4].map(field).join('\n')
  const words = `BT 0 g /F ${Math.round(Math.min(width, height) / 8)} Tf ${width / 10} ${height * 0.8} Td (Page ${seed}) Tj ET`
  return { width, height, drawing: `${alpha ? '/Half gs\n' : ''}${fields}\n${words}` }
}
