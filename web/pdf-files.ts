import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))

// PDF knows no predefined CMap of UTF-8 or UTF-32; no other CMap is built on these, and they are half of the bytes.
const parts = { cmaps: /^(?!.*-UTF(8|32)-).*\.bcmap$/, standard_fonts: /\.(ttf|pfb)$/, wasm: /^openjpeg_.*\.js$/ }
const licence = /^LICENSE(?!.*QCMS)/

/**
 * Serves the files that pdf.js requests while it draws: CMaps, the fonts that a PDF need not embed, the decoder of JPEG 2000. It builds
 * their addresses from their names, so the version that makes them cacheable for good is in the folder's.
 */
export function pdfFiles(): Plugin {
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [part, pattern] of Object.entries(parts))
        for (const name of readdirSync(join(library, part)))
          if (pattern.test(name) || licence.test(name))
            this.emitFile({
              type: 'asset',
              fileName: `assets/pdf-${version}/${part}/${name}`,
              source: readFileSync(join(library, part, name)),
            })
    },
  }
}
