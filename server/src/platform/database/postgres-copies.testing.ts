/** Databases on a PostgreSQL server that tests copy: to migrate one takes longer than all that most suites do. */
import { sql } from 'kysely'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

const patient = { onLost: () => undefined, connectWithin: 30_000 }

export async function createPostgresTemplate(serverUrl: string, migrations: string) {
  const name = `template_${process.pid}`
  const server = await openPostgres(serverUrl, patient)
  await sql.raw(`create database ${name}`).execute(server.database)
  const { database, close } = await openPostgres(urlOf(serverUrl, name), patient)
  await migrate(database, migrations)
  await close()
  return {
    name,
    async remove() {
      await sql.raw(`drop database ${name} with (force)`).execute(server.database)
      await server.close()
    },
  }
}

/** `template`: a database on the same server, copied as it is; without one the new database is empty. */
export async function createPostgresCopy(serverUrl: string, name: string, template: string | undefined) {
  const server = await openPostgres(serverUrl, patient)
  await sql.raw(`create database ${name} template ${template ?? 'template1'}`).execute(server.database)
  const opened = await openPostgres(urlOf(serverUrl, name), patient)
  return {
    ...opened,
    async close() {
      await opened.close()
      await sql.raw(`drop database ${name} with (force)`).execute(server.database)
      await server.close()
    },
  }
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
