/** The tables of what is taught and learnt, and the one way to change what is taught: each change is counted. */
import type { InboxMessage, InboxState } from '@lingxi/contract/labelling'
import type { Language } from '@lingxi/contract/message'
import type { Annotation, BothLanguages, ExampleSource, LessonImport } from '@lingxi/contract/teaching'
import type { Training, VersionEvaluation, VersionFigures } from '@lingxi/contract/training'
import type { emotions, sentiments } from '@lingxi/contract/understanding'
import { type ColumnType, type Kysely, sql, type Transaction } from 'kysely'
import { type Database, tryAgain, withTables } from '#platform/database'

export type Json<T> = ColumnType<T, string, string>
type OfTenant = { tenant_id: string }
type Kept = { version: number; updated_at: string; updated_by: string | null }

export type IntentRow = OfTenant &
  Kept & {
    id: string
    name: string
    title: Json<BothLanguages>
    description: Json<BothLanguages>
    archived: boolean
  }
export type ExampleRow = OfTenant &
  Kept & {
    id: string
    text: string
    text_key: string
    language: Language
    belongs: string
    entities: Json<Annotation[]>
    sentiment: (typeof sentiments)[number] | null
    emotion: (typeof emotions)[number] | null
    source: ExampleSource
  }
export type EntityKind = 'type' | 'entry' | 'pattern'
export type EntityRow = OfTenant &
  Kept & { id: string; kind: EntityKind; type: string; key: string; content: Json<object> }
export type TrainingRow = OfTenant & {
  id: string
  state: Training['state']
  step: Training['step']
  done: number
  failure: Training['failure']
  note: string
  attempts: number
  version_id: string | null
  started_by: string | null
  started_at: string
  ended_at: string | null
}
export type VersionRow = OfTenant & {
  id: string
  number: number
  note: string
  taught: Json<{ intents: number; examples: number; entityTypes: number }>
  figures: Json<VersionFigures>
  evaluation: Json<Omit<VersionEvaluation, 'versionId' | 'figures'>>
  artefact: Uint8Array
  bytes: number
  seconds: number
  changes: string | number
  created_at: string
  created_by: string | null
}
export type Tables = {
  teaching: OfTenant & { changes: ColumnType<string | number, number, number>; running_version: string | null }
  taught_intents: IntentRow
  taught_examples: ExampleRow
  taught_entities: EntityRow
  trainings: TrainingRow
  learnt_versions: VersionRow
  learnt_releases: OfTenant & {
    id: string
    version_id: string
    released_at: string
    released_by: string | null
  }
  inbox_messages: InboxRow
  inbox_read: OfTenant & { conversation_id: string; seq: number; read_at: string }
  message_labels: OfTenant & {
    message_id: string
    staff_id: string
    kind: string
    intent_id: string | null
    at: string
  }
  lesson_imports: OfTenant & {
    id: string
    state: 'preview' | 'committed'
    report: Json<Omit<LessonImport, 'id' | 'state' | 'createdAt'>>
    content: Uint8Array
    created_at: string
  }
  teaching_looks: OfTenant & {
    kind: string
    wanted: string | number
    seen: string | number
    result: Json<object> | null
    looked_at: string | null
  }
  taken_packs: OfTenant & { name: string; taken_at: string }
  judged_examples: OfTenant & {
    version_id: string
    example_id: string
    text: string
    taught: string
    read: string
    probability: number
    out_of_scope: number
  }
}
export type InboxRow = OfTenant & {
  id: string
  text_key: string
  text: string
  language: Language
  count: number
  state: InboxState
  guess: ColumnType<InboxMessage['guess'], string, string>
  guessed_by: string | null
  unsure: number
  disagreeing: number
  teaches: number
  decided_by: string | null
  first_at: string
  last_at: string
}
export type Handle = Kysely<Tables> | Transaction<Tables>
export type TeachingTables = ReturnType<typeof openTeachingTables>

export function openTeachingTables(database: Database) {
  const tables = withTables<Tables>(database)
  /** `work` is done once more where another process came in its way. */
  const transaction = <Result>(work: (handle: Transaction<Tables>) => Promise<Result>) =>
    tryAgain(() => tables.transaction().execute(work))
  return {
    tables,
    transaction,

    /** A change of what is taught: in one transaction, and counted. */
    change: <Result>(tenantId: string, work: (handle: Transaction<Tables>) => Promise<Result>): Promise<Result> =>
      transaction(async (handle) => {
        // Counted first: the row is a lock, and one company's changes follow one another.
        await sql`insert into teaching (tenant_id, changes) values (${tenantId}, 1)
          on conflict (tenant_id) do update set changes = teaching.changes + 1`.execute(handle)
        return work(handle)
      }),

    async changes(tenantId: string, handle: Handle = tables): Promise<number> {
      const query = handle.selectFrom('teaching').select('changes').where('tenant_id', '=', tenantId)
      return Number((await query.executeTakeFirst())?.changes ?? 0)
    },
  }
}
