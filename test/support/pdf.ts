export type PdfPage = { width: number; height: number; drawing: string }

/** A PDF file of these pages. Fonts: /F, which is Helvetica; graphic states: /Half, which paints at half its opacity. */
export function makePdf(pages: PdfPage[], { locked = false } = {}): Uint8Array {
  const resources = '<< /Font << /F 3 0 R >> /ExtGState << /Half << /ca 0.5 /CA 0.5 >> >> >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap(({ width, height, drawing }, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${5 + 2 * n} 0 R >>`,
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ]),
  ]
  const secret = `<${'00'.repeat(32)}>`
  if (locked) objects.push(`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`)
  let text = '%PDF-1.7\n'
  const places = objects.map((object, n) => {
    const place = text.length
    text += `${n + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const lock = locked ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${text.length}\n%%EOF`
  return new TextEncoder().encode(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`)
}

/** Coloured fields, a line of large text, and, with `alpha`, fields that let others through. Each `seed` is unlike the others. */
export function pdfPage(width: number, height: number, seed: number, { alpha = false } = {}): PdfPage {
  const colour = (n: number) => `${((n * 37) % 100) / 100} ${((n * 61) % 100) / 100} ${((n * 83) % 100) / 100} rg`
  const field = (n: number) =>
    `${colour(seed * 7 + n)} ${(width / 5) * n} ${(height / 6) * (n % 3)} ${width / 4} ${height / 3} re f`
  const fields = [0, 1, 2, 3, 4].map(field).join('\n')
  const words = `BT 0 g /F ${Math.round(Math.min(width, height) / 8)} Tf ${width / 10} ${height * 0.8} Td (Page ${seed}) Tj ET`
  return { width, height, drawing: `${alpha ? '/Half gs\n' : ''}${fields}\n${words}` }
}
