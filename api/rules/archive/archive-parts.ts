import type { Archive, ArchivedItem, ArchivedList } from '../../schema/archive/archive.ts'

/** Each call of `read` reads the list again, in batches. */
export type ArchiveSource = Pick<Archive, 'event' | 'picture' | 'released'> & {
  read<List extends ArchivedList>(list: List): AsyncIterable<ArchivedItem<List>[]>
}

export type ArchiveParts = Pick<
  Archive,
  'event' | 'picture' | 'released' | 'entries' | 'judges' | 'prizes' | 'castingVotes'
>
