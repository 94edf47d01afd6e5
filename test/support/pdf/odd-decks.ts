import { fontSubset, glyphOf } from './font-subset.ts'
import { type AddObject, bytesStream, makePdf, type Resources, stream } from './pdf.ts'

const [width, height] = [1280, 720]

type Line = { font: string; text: string }

function deckOf(resources: Resources, lines: Line[], drawing = ''): Uint8Array {
  const step = height / (lines.length + 1)
  const texts = lines.map(
    ({ font, text }, n) =>
      `BT 0.1 0.1 0.3 rg /${font} ${Math.min(step * 0.8, 140)} Tf 60 ${height - step * (n + 1)} Td ${text} Tj ET`,
  )
  return makePdf([{ width, height, drawing: [drawing, ...texts].join('\n') }], { resources })
}

const notEmbedded = [
  'Helvetica',
  'Helvetica-BoldOblique',
  'Times-Roman',
  'Times-BoldItalic',
  'Courier',
  'Symbol',
  'ZapfDingbats',
]

const standardFonts = () =>
  deckOf(
    (add) =>
      `/Font << ${notEmbedded.map((name) => `/${name} ${add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`)}`).join(' ')} >>`,
    notEmbedded.map((font) => ({ font, text: '(Hamburgefonstiv 27)' })),
  )

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const embedded = (add: AddObject, characters: string) => {
  const bytes = fontSubset(characters)
  const file = add(bytesStream(`/Length1 ${bytes.length}`, bytes))
  const measures =
    '/Flags 32 /FontBBox [-203 -303 1050 910] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80'
  return add(`<< /Type /FontDescriptor /FontName /ABCDEF+Odd ${measures} /FontFile2 ${file} >>`)
}

const subsetFont = () =>
  deckOf(
    (add) => {
      const descriptor = embedded(add, letters)
      const widths = `/FirstChar 65 /LastChar 90 /Widths [${'760 '.repeat(26)}]`
      return `/Font << /F ${add(`<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Odd /Encoding /WinAnsiEncoding ${widths} /FontDescriptor ${descriptor} >>`)} >>`
    },
    [
      { font: 'F', text: '(SUBSET)' },
      { font: 'F', text: '(QUICKFOX)' },
    ],
  )

const japanese = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>'
/** 日本語 and two more words in Shift-JIS. */
const kanji = ['<93fa967b8cea>', '<8ee891788ae9>', '<5061676520>']

/** An embedded font whose characters a predefined CMap numbers. Each number draws a letter, so that a wrong one is seen. */
const predefinedCMap = () =>
  deckOf(
    (add) => {
      const glyphs = Buffer.alloc(2 * 9000)
      for (let id = 0; id < 9000; id += 1) glyphs.writeUInt16BE(glyphOf(letters[id % 26]!), 2 * id)
      const map = add(bytesStream('', glyphs))
      const font = add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd ${japanese} /DW 1000 /FontDescriptor ${embedded(add, letters)} /CIDToGIDMap ${map} >>`,
      )
      return `/Font << /F ${add(`<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /90msp-RKSJ-H /DescendantFonts [${font}] >>`)} >>`
    },
    kanji.map((text) => ({ font: 'F', text })),
  )

/** No computer has to have this font, so only its Latin letters are drawn. */
const absentJapaneseFont = () =>
  deckOf(
    (add) => {
      const descriptor = add(
        '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>',
      )
      const font = add(
        `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light ${japanese} /DW 1000 /W [1 94 600] /FontDescriptor ${descriptor} >>`,
      )
      return `/Font << /F ${add(`<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light-90msp-RKSJ-H /Encoding /90msp-RKSJ-H /DescendantFonts [${font}] >>`)} >>`
    },
    [
      { font: 'F', text: '(Page)' },
      { font: 'F', text: '(Hamburg)' },
    ],
  )

/** Letters that are drawings: a square, and a triangle in a colour of its own. */
const drawnFont = () =>
  deckOf(
    (add) => {
      const square = add(stream('', '1000 0 0 0 750 750 d1 0 0 750 750 re f'))
      const triangle = add(stream('', '1000 0 d0 0.8 0.2 0.1 rg 0 0 m 375 750 l 750 0 l f'))
      const names = '/Encoding << /Type /Encoding /Differences [97 /square /triangle] >>'
      return `/Font << /F ${add(`<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /square ${square} /triangle ${triangle} >> ${names} /FirstChar 97 /LastChar 98 /Widths [1000 1000] /Resources << >> >>`)} >>`
    },
    [
      { font: 'F', text: '(ababa)' },
      { font: 'F', text: '(bbaab)' },
    ],
  )

/** 48 × 27 pixels of slow change with two rectangles, encoded by OpenJPEG at 35 dB. */
const jpeg2000 = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAGwAAADAAAwcHAAAAAAAPY29scgEAAAAAABAAAAI9anAyY/9P/1EALwAAAAAAMAAAABsAAAAAAAAAAAAAADAAAAAbAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAAIEBAAA/1wAEUJfUlAFUAVQR1fTV9NXYv9kACUAAUNyZWF0ZWQgYnkgT3BlbkpQRUcgdmVyc2lvbiAyLjUuNP+QAAoAAAAAAbgAAf+Tz6GoEP2CHLQtSnkiaQ9ocCkYa911SUB5O68uGp9jw71IQgAy4b2hmCk5OFgDbKXTXdOv0N+XvKXHxrAQ3Ak3gVjiqf+E4gaeFnB2jPMJMs85aQNy3j7v+EAc/gKOlYLBSPwi+jhgtMfQ5BP/frUC2ChGA8AWpRHSS4x2DhPEHqP3lyfR7ASEsiu9zc5tR+OzQFVx+C9ZT+/rwmVPlQSEkG6BvMfGZj4zcHSgGG3h7jKHWqVkSwL0Sw8dHBH33cfv8x5e3kbXTsndh+uS51HCxb5FWHM2+c4BYgn8H0HAKRX72swM62Gt/krHxDYfCmBfRuRaiwSV4Jo9ZhCBPTqcXgKbjEdBybAbgse3k1LdacfIVh8KMHCAGR66yxcaWGX7akUVUE4XafxmLN9TGxAYTdfasrLTI8nykRYnQvcWp9zMw+I1Djwk4O4ajr8MxiLjdfFG1t44v48NfUpC95HICigC75FhjPe3nRFakAeaOsPgJh8JoKCz3nCdiXARcaFsfejlUFsYh9NpEl/D4UocQCQnaR1WwNL7F6uSbFpkddm1Miiu8fit6wzr/9k=',
  'base64',
)

const jpeg2000Picture = () =>
  deckOf(
    (add) =>
      `/XObject << /P ${add(bytesStream('/Type /XObject /Subtype /Image /Width 48 /Height 27 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode', jpeg2000))} >>`,
    [],
    `q ${width} 0 0 ${height} 0 0 cm /P Do Q`,
  )

/** What PDFs may leave to the program that draws them, and what is rare. */
export const oddDecks = {
  'standard fonts that are not embedded': standardFonts,
  'an embedded subset of a font': subsetFont,
  'an embedded font with a predefined CMap': predefinedCMap,
  'a Japanese font that is not embedded': absentJapaneseFont,
  'a font of drawings': drawnFont,
  'a picture in JPEG 2000': jpeg2000Picture,
}
