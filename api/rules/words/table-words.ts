import type { Entry } from '../../schema/entry.ts'

/** "Table 6"; '' without a table. */
export const tableWords = ({ table }: Pick<Entry, 'table'>): string => (table === '' ? '' : `Table ${table}`)
