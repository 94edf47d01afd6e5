import { crc32, deflateSync } from 'node:zlib'

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** Eight by six pixels each. The first JPEG has a comment in it, "Taken at home". */
export const jpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD//gAPVGFrZW4gYXQgaG9tZf/bAEMABgQFBgUEBgYFBgcHBggKEAoKCQkKFA4PDBAXFBgYFxQWFhodJR8aGyMcFhYgLCAjJicpKikZHy0wLSgwJSgpKP/bAEMBBwcHCggKEwoKEygaFhooKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKP/AABEIAAYACAMBIgACEQEDEQH/xAAVAAEBAAAAAAAAAAAAAAAAAAAAB//EABcQAQADAAAAAAAAAAAAAAAAAAADFWH/xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EABkRAAIDAQAAAAAAAAAAAAAAAAAFARZTAv/aAAwDAQACEQMRAD8Aid3LoCw1lVhyJ2FntJ//2Q==',
)
export const progressiveJpeg = bytesOf(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBv/aAAwDAQACEAMQAAABiRYJ/8QAFhAAAwAAAAAAAAAAAAAAAAAAAAET/9oACAEBAAEFArM//8QAFxEAAwEAAAAAAAAAAAAAAAAAAAQVUv/aAAgBAwEBPwGgzs//xAAYEQACAwAAAAAAAAAAAAAAAAAAAQQVUv/aAAgBAgEBPwGsi4R//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPyFf/9oADAMBAAIAAwAAABAP/8QAFREBAQAAAAAAAAAAAAAAAAAAAGH/2gAIAQMBAT8Quf/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQIBAT8QN//EABUQAQEAAAAAAAAAAAAAAAAAAABx/9oACAEBAAE/ELv/2Q==',
)
export const webp = bytesOf(
  'UklGRk4AAABXRUJQVlA4IEIAAACwAgCdASoIAAYAAsBMJagCdGuA/gGEAev+B6IBX4AA/u7qnSerX/xxVXlEh/g0x5RIf/6Dv9Uz9Ma1q+rCm19gAAA=',
)
export const losslessWebp = bytesOf(
  'UklGRjoAAABXRUJQVlA4TC0AAAAvB0ABAC8AEIT/bRMz8+b/+U+WBoRsJOkUTuEVXuEV3l+rE9H/+HjVrQ62GgAA',
)

export function png(width = 8, height = 6, more: [string, string][] = []): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // One bit a pixel, in grey.
  header[8] = 1
  const rows = Buffer.alloc(height * (Math.ceil(width / 8) + 1))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      ...more.map(([name, text]) => chunk(name, Buffer.from(text))),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** A PNG file of exactly so many bytes, which differ by `seed` and do not compress. Only its frame is that of a picture. */
export function noisyPng(bytes: number, seed: number): Uint8Array {
  const [empty, drawing] = [png().subarray(0, 33), Buffer.alloc(bytes - 33 - 24)]
  // The frame of IDAT and the whole of IEND take 24 bytes.
  let state = seed * 2_654_435_761 + 1
  for (let at = 0; at < drawing.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    drawing[at] = state >>> 24
  }
  return new Uint8Array(Buffer.concat([empty, chunk('IDAT', drawing), chunk('IEND', Buffer.alloc(0))]))
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(name), data, Buffer.alloc(4)])
  whole.writeUInt32BE(data.length, 0)
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4)
  return whole
}
