/** What a file says of itself. `parts` are its bytes without what is not the picture: where and when it was taken, with what, by whom. */
export type PictureParts = { width: number; height: number; parts: Uint8Array[] }
