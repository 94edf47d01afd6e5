import { createServer } from 'node:net'
import { describe, expect, inject, it } from 'vitest'
import { connect } from '../../../api/database/connect.ts'
import { connectPostgres } from '../../../api/database/postgres.ts'
import { openTestDatabase } from '../../support/databases.ts'

const open = (databaseUrl: string) => connect({ databaseUrl, dataDir: '', log: () => {} })

function changed(change: (url: URL) => void): string {
  const url = new URL(inject('postgres').url)
  change(url)
  return url.href
}

describe('DATABASE_URL', () => {
  it('is explained when nothing listens there, and its password is never shown', async () => {
    const url = 'postgres://anna:secret@127.0.0.1:1/show'
    const refusal = await open(url).catch((error: Error) => error)
    expect(refusal).toMatchObject({
      name: 'StartProblem',
      message: 'The database postgres://anna@127.0.0.1:1/show (DATABASE_URL) cannot be opened: nothing listens there.',
    })
  })

  it.skipIf(process.env.TEST_DATABASE_URL)(
    'is explained when the password is wrong (not tried on the server of TEST_DATABASE_URL)',
    async () => {
      const url = changed((url) => {
        url.password = 'wrong'
      })
      await expect(open(url)).rejects.toThrow('cannot be opened: the user name or the password is wrong.')
    },
  )

  it('is explained when the server has no such database', async () => {
    const url = changed((url) => {
      url.pathname = 'nowhere'
    })
    await expect(open(url)).rejects.toThrow('cannot be opened: the server has no such database.')
  })

  it('is explained when it is no address', async () => {
    await expect(open('the database')).rejects.toThrow('DATABASE_URL is not an address like postgres://')
    await expect(open('https://example.org/db')).rejects.toThrow('DATABASE_URL is not an address like postgres://')
  })

  it('is explained when what answers is no PostgreSQL', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const refusal = connectPostgres(`postgres://anna@127.0.0.1:${port}/show`, 500)
    await expect(refusal).rejects.toThrow('cannot be opened: no PostgreSQL answers there.')
    server.close()
  })

  it('may carry settings that are for other clients', async () => {
    const database = await openTestDatabase('postgres', { empty: true })
    const joined = await open(`${database.url}?channel_binding=prefer&application_name=hall&gssencmode=disable`)
    expect(await joined.sql`select current_setting('application_name') as name`).toEqual([{ name: 'hall' }])
    await joined.close()
    await database.close()
  })
})
