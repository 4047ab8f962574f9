/** The language of flows as JSON Schema, for editors that complete and check while somebody writes. */
import { FlowSet } from '@lingxi/contract/flow'
import type { Json } from '@lingxi/contract/json'
import { z } from 'zod'

/** Draft 2020-12. What it cannot say (a text in at least one language, what flows mean together) the checks say. */
export function flowSchema(): Record<string, Json> {
  const schema = z.toJSONSchema(FlowSet, { target: 'draft-2020-12', io: 'input' })
  const { $schema, ...rest } = JSON.parse(JSON.stringify(schema)) as Record<string, Json>
  return {
    $schema: $schema ?? 'https://json-schema.org/draft/2020-12/schema',
    title: 'Flows of Lingxi',
    description: 'What the bot leads a customer through. docs/flow-language.md explains every key.',
    ...rest,
  }
}
