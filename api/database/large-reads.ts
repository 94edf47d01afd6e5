import pLimit from 'p-limit'

/**
 * Runs one read of a stored file, a picture, a page of slides or a part of a film, when fewer than two others run, so that a ballot waits for
 * two of them at most, however many guests read. Not for reads inside a transaction: they would hold the connection that the others wait for.
 */
export const readInTurn = pLimit(2)
