import { type FittedText, fitText, heightOf, lineStep } from './canvas-text.ts'

export type ShareContent = { event: string; label: string; teams: string[]; pictures: string[] }
export const formats = {
  wide: { width: 1200, height: 630, label: 'Wide, for a post or a page' },
  tall: { width: 1080, height: 1350, label: 'Tall, for a phone' },
} as const
export type Format = keyof typeof formats

const colours = { ink: '#12131a', light: '#4a3f1c', accent: '#ffd23f', text: '#f4f2ec', dim: '#a9acbb' }
const margin = 64

type Box = { x: number; y: number; width: number; height: number }

/** Draws the winners with their picture, if there is one, and the event's name. */
export async function drawSharePicture(content: ShareContent, format: Format): Promise<Blob> {
  const { width, height } = formats[format]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('This browser cannot draw a picture.')
  await document.fonts.ready
  const [picture] = (await Promise.all(content.pictures.slice(0, 1).map(loadPicture))).flatMap((image) => image ?? [])
  drawGround(pen, width, height)
  const { words, image } = boxesOf(format, picture !== undefined)
  if (picture) drawPicture(pen, picture, image)
  drawWords(pen, content, words)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser cannot save the picture.')
  return blob
}

function boxesOf(format: Format, pictured: boolean): { words: Box; image: Box } {
  const { width, height } = formats[format]
  const whole = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin }
  if (!pictured) return { words: whole, image: whole }
  if (format === 'tall') {
    const image = { ...whole, height: 620 }
    return { image, words: { ...whole, y: margin + 670, height: whole.height - 670 } }
  }
  const image = { ...whole, x: 660, width: width - margin - 660 }
  return { image, words: { ...whole, width: 660 - margin - 48 } }
}

function drawGround(pen: CanvasRenderingContext2D, width: number, height: number) {
  pen.fillStyle = colours.ink
  pen.fillRect(0, 0, width, height)
  const light = pen.createRadialGradient(width * 0.6, height * 0.4, 0, width * 0.6, height * 0.4, width * 0.7)
  light.addColorStop(0, colours.light)
  light.addColorStop(1, `${colours.ink}00`)
  pen.fillStyle = light
  pen.fillRect(0, 0, width, height)
}

/** As large as fits, never cropped. */
function drawPicture(pen: CanvasRenderingContext2D, image: HTMLImageElement, box: Box) {
  const scale = Math.min(box.width / image.naturalWidth, box.height / image.naturalHeight)
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale]
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2]
  pen.save()
  pen.beginPath()
  pen.roundRect?.(x, y, width, height, 20)
  if (!pen.roundRect) pen.rect(x, y, width, height)
  pen.clip()
  pen.fillStyle = '#fff'
  pen.fillRect(x, y, width, height)
  pen.drawImage(image, x, y, width, height)
  pen.restore()
}

function drawWords(pen: CanvasRenderingContext2D, { event, label, teams }: ShareContent, box: Box) {
  const family = getComputedStyle(document.body).fontFamily
  const font = (size: number, weight = 700) => `${weight} ${size}px ${family}`
  const measure = (text: string) => {
    pen.font = font(100)
    return pen.measureText(text).width / 100
  }
  pen.textAlign = 'left'
  pen.textBaseline = 'alphabetic'
  const foot = fitText(event, { width: box.width, height: 90 }, measure, { largest: 34, smallest: 24 })
  const chip = 40
  const room = (box.height - chip * 1.9 - heightOf(foot) - 60) / teams.length
  const names = teams.map((team) =>
    fitText(team, { width: box.width, height: room }, measure, { largest: 110, smallest: 26 }),
  )
  const size = Math.min(...names.map((name) => name.size))
  const fitted = teams.map((team) =>
    fitText(team, { width: box.width, height: room }, measure, { largest: size, smallest: 26 }),
  )
  const namesHeight = fitted.reduce((sum, name) => sum + heightOf(name) + 16, 0)
  let y = box.y + Math.max(0, (box.height - heightOf(foot) - chip * 1.9 - 30 - namesHeight) / 2)

  const chipWidth = measure(label) * chip + chip
  pen.fillStyle = colours.accent
  pen.fillRect(box.x, y, chipWidth, chip * 1.5)
  pen.fillStyle = colours.ink
  pen.font = font(chip)
  pen.fillText(label, box.x + chip / 2, y + chip * 1.1)
  y += chip * 1.5 + 24
  pen.fillStyle = colours.text
  for (const name of fitted) y = drawLines(pen, name, font(name.size), box.x, y) + 16
  pen.fillStyle = colours.dim
  drawLines(pen, foot, font(foot.size), box.x, box.y + box.height - heightOf(foot))
}

/** Returns where the lines end. */
function drawLines(pen: CanvasRenderingContext2D, text: FittedText, font: string, x: number, y: number): number {
  pen.font = font
  for (const [n, line] of text.lines.entries()) pen.fillText(line, x, y + n * lineStep(text) + text.size * 0.85)
  return y + heightOf(text)
}

async function loadPicture(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image()
  image.src = address
  try {
    await image.decode()
    return image.naturalWidth > 0 && image.naturalHeight > 0 ? image : undefined
  } catch {
    return undefined
  }
}
