import type { Sql, TransactionSql } from 'postgres'

export type Query = Sql | TransactionSql
