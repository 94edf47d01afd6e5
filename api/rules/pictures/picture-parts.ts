/** `parts`: the file's bytes without metadata, such as where, when and by whom it was taken. */
export type PictureParts = { width: number; height: number; parts: Uint8Array[] }
