import type { FileHandle } from 'node:fs/promises'

export type JsonRange = { start: number; end: number }

/** The file is not JSON, or a value that has to be read whole is larger than it may be. */
export class JsonFileError extends Error {
  readonly reason: 'not-json' | 'too-large'
  constructor(reason: JsonFileError['reason']) {
    super(reason)
    this.reason = reason
  }
}

const chunkBytes = 256 * 1024
const [quote, backslash, colon, comma] = [0x22, 0x5c, 0x3a, 0x2c]
const [openingBrace, openingBracket] = [0x7b, 0x5b]
const closingOf: Record<number, number> = { [openingBrace]: 0x7d, [openingBracket]: 0x5d }
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

type Token = JsonRange & { name: Buffer | undefined; text: Buffer | undefined }

export async function readValue(file: FileHandle, { start, end }: JsonRange, maxBytes: number): Promise<unknown> {
  if (end - start > maxBytes) throw new JsonFileError('too-large')
  const bytes = Buffer.allocUnsafe(end - start)
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
  return parse(bytes.subarray(0, bytesRead))
}

/** Where the members of an object lie. Of two with one name the last counts, as in JSON.parse. */
export async function findMembers(file: FileHandle, range: JsonRange): Promise<Map<string, JsonRange>> {
  const members = new Map<string, JsonRange>()
  for await (const tokens of scan(file, range, new Scanner('{', range.start)))
    for (const { name, start, end } of tokens) members.set(String(parse(name!)), { start, end })
  return members
}

export async function* readItems(file: FileHandle, range: JsonRange, maxBytes: number): AsyncGenerator<unknown[]> {
  for await (const tokens of scan(file, range, new Scanner('[', range.start, maxBytes)))
    yield tokens.map(({ text }) => parse(text!))
}

export async function readFirstCharacter(file: FileHandle, { start }: JsonRange): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, start)
  return buffer.toString('latin1', 0, bytesRead)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new JsonFileError('not-json')
  }
}

async function* scan(file: FileHandle, range: JsonRange, scanner: Scanner): AsyncGenerator<Token[]> {
  for (let at = range.start; at < range.end; ) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, range.end - at))
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) break
    at += bytesRead
    const tokens = scanner.scan(chunk.subarray(0, bytesRead))
    if (tokens.length > 0) yield tokens
  }
  if (!scanner.complete) throw new JsonFileError('not-json')
}

/**
 * Cuts an object or an array into its values, chunk by chunk. It looks into a value only to find its end: whoever parses the value finds
 * what else is wrong with it. With `maxBytes` each value comes with its text.
 */
class Scanner {
  private expects: 'opening' | 'first' | 'name' | 'colon' | 'value' | 'separator' | 'nothing' = 'opening'
  private inside: 'gap' | 'string' | 'container' | 'literal' = 'gap'
  private depth = 0
  private inString = false
  /** Backslashes at the end of the chunk before, inside a string. */
  private backslashes = 0
  private name: Buffer | undefined
  private pieces: Buffer[] = []
  private start = 0
  private from = 0
  private readonly opening: number
  private readonly closing: number

  constructor(
    opening: '{' | '[',
    private offset: number,
    private readonly maxBytes?: number,
  ) {
    this.opening = opening.charCodeAt(0)
    this.closing = closingOf[this.opening]!
  }

  get complete(): boolean {
    return this.expects === 'nothing'
  }

  scan(chunk: Buffer): Token[] {
    const found: Token[] = []
    let at = 0
    while (at < chunk.length) {
      if (this.inside === 'gap') at = this.readGap(chunk, at)
      else {
        const end = this.inString ? this.skipString(chunk, at) : this.skipValue(chunk, at)
        at = end.at
        if (end.reached) this.finish(chunk, at, found)
      }
    }
    if (this.inside !== 'gap') this.append(chunk, chunk.length)
    this.offset += chunk.length
    return found
  }

  private readGap(chunk: Buffer, at: number): number {
    const byte = chunk[at]!
    if (isSpace(byte)) return at + 1
    const isObject = this.opening === openingBrace
    if (this.expects === 'opening' && byte === this.opening) this.expects = 'first'
    else if ((this.expects === 'first' || this.expects === 'separator') && byte === this.closing)
      this.expects = 'nothing'
    else if (this.expects === 'separator' && byte === comma) this.expects = isObject ? 'name' : 'value'
    else if (this.expects === 'colon' && byte === colon) this.expects = 'value'
    else if (isObject && (this.expects === 'first' || this.expects === 'name') && byte === quote) {
      this.expects = 'name'
      return this.begin('string', at)
    } else if (this.expects === 'value' || (!isObject && this.expects === 'first')) {
      this.expects = 'value'
      return this.begin(byte === quote ? 'string' : byte in closingOf ? 'container' : 'literal', at)
    } else throw new JsonFileError('not-json')
    return at + 1
  }

  private begin(inside: 'string' | 'container' | 'literal', at: number): number {
    this.inside = inside
    this.inString = inside === 'string'
    this.depth = inside === 'container' ? 1 : 0
    this.start = this.offset + at
    this.from = at
    return at + 1
  }

  /** To the quotation mark that ends a string, which no odd number of backslashes precedes. */
  private skipString(chunk: Buffer, at: number): { at: number; reached: boolean } {
    const close = chunk.indexOf(quote, at)
    const until = close < 0 ? chunk.length : close
    let escapes = 0
    while (until - escapes > at && chunk[until - escapes - 1] === backslash) escapes += 1
    if (until - escapes === at) escapes += this.backslashes
    this.backslashes = close < 0 ? escapes : 0
    if (close < 0) return { at: chunk.length, reached: false }
    this.inString = escapes % 2 === 1
    return { at: close + 1, reached: !this.inString && this.depth === 0 }
  }

  private skipValue(chunk: Buffer, at: number): { at: number; reached: boolean } {
    const byte = chunk[at]!
    if (this.inside === 'literal') {
      const ends = byte === comma || byte === this.closing || isSpace(byte)
      return { at: ends ? at : at + 1, reached: ends }
    }
    if (byte === quote) this.inString = true
    else if (byte in closingOf) this.depth += 1
    else if (byte === closingOf[openingBrace] || byte === closingOf[openingBracket]) this.depth -= 1
    return { at: at + 1, reached: this.depth === 0 && !this.inString }
  }

  private append(chunk: Buffer, end: number): void {
    if (this.expects === 'name' || this.maxBytes !== undefined) this.pieces.push(chunk.subarray(this.from, end))
    const maxBytes = this.expects === 'name' ? chunkBytes : (this.maxBytes ?? Number.POSITIVE_INFINITY)
    if (this.offset + end - this.start > maxBytes) throw new JsonFileError('too-large')
    this.from = 0
  }

  private finish(chunk: Buffer, end: number, found: Token[]): void {
    this.append(chunk, end)
    const text = this.pieces.length === 1 ? this.pieces[0] : Buffer.concat(this.pieces)
    this.pieces = []
    this.inside = 'gap'
    if (this.expects === 'name') {
      this.name = text
      this.expects = 'colon'
    } else {
      found.push({ name: this.name, start: this.start, end: this.offset + end, text })
      this.expects = 'separator'
    }
  }
}
