/** A file of cases as JSON Schema, for editors that complete and check while somebody writes. */
import { DialogueCases } from '@lingxi/contract/dialogue-case'
import type { Json } from '@lingxi/contract/json'
import { z } from 'zod'

/** Draft 2020-12. What it cannot say (one name for one case, one thing a turn) is said when a file is read. */
export function caseSchema(): Record<string, Json> {
  const schema = z.toJSONSchema(DialogueCases, { target: 'draft-2020-12', io: 'input' })
  const { $schema, ...rest } = JSON.parse(JSON.stringify(schema)) as Record<string, Json>
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    title: 'Conversation tests of Lingxi',
    description: 'What customers say and what has to come of it. docs/conversation-tests.md explains every key.',
    ...rest,
  }
}
