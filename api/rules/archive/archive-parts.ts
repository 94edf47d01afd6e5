import type { Archive, ArchivedItem, ArchivedList } from '../../schema/archive.ts'

/** An archive whose lists are read by the batch, each as often as it is called. */
export type ArchiveSource = Pick<Archive, 'event' | 'picture' | 'released'> & {
  read<List extends ArchivedList>(list: List): AsyncIterable<ArchivedItem<List>[]>
}

export type ArchiveParts = Pick<
  Archive,
  'event' | 'picture' | 'released' | 'entries' | 'judges' | 'prizes' | 'castingVotes'
>
