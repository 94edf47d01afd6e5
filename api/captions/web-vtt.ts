const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }

/** The texts of the cues of a WebVTT file (W3C WebVTT 1), in order, without their tags, times and settings. */
export function readCueTexts(file: string): string[] {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  return text.split(/\n{2,}/).flatMap((block) => {
    const lines = block.split('\n')
    const time = lines.findIndex((line) => line.includes('-->'))
    if (time < 0 || time > 1) return []
    const words = lines.slice(time + 1).join(' ')
    const plain = words.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)
    return plain.trim() ? [plain.trim()] : []
  })
}

export const isWebVtt = (contentType: string, file: string): boolean =>
  contentType.startsWith('text/vtt') || /^\uFEFF?WEBVTT(\s|$)/.test(file)
