import type { Sql, TransactionSql } from 'postgres'

/** The pool or a transaction. */
export type Query = Sql | TransactionSql
