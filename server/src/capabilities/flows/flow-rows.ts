/** The rows of flows as they travel with all knowledge: the draft, and every version that was published. */
import { DecisionTable, Flow, FlowName, FlowSet, FlowSlot } from '@lingxi/contract/flow'
import { flowPartKinds } from '@lingxi/contract/flow-finding'
import { FlowVersion } from '@lingxi/contract/flow-versions'
import { Instant } from '@lingxi/contract/instant'
import { parseJson } from '@lingxi/contract/json'
import { z } from 'zod'
import type { RowTable } from '#platform/database'

const isJsonOf = (schema: z.ZodType) => (text: string) => schema.safeParse(parseJson(text)).success
const forms = { flow: Flow, slot: FlowSlot, table: DecisionTable }
const version = z.int32().positive()

export const flowTables = {
  parts: {
    table: 'flow_parts',
    key: ['kind', 'name'],
    row: z
      .strictObject({
        kind: z.enum(flowPartKinds),
        name: FlowName,
        content: z.string(),
        version,
        updated_at: Instant,
        updated_by: z.string().nullable(),
      })
      .refine(({ kind, content }) => isJsonOf(forms[kind])(content), {
        path: ['content'],
        message: 'is not of its kind',
      }),
    moments: ['updated_at'],
  },
  versions: {
    table: 'flow_versions',
    key: ['number'],
    row: z.strictObject({
      number: version,
      note: z.string().max(500),
      content: z.string().refine(isJsonOf(FlowSet), 'holds no flows'),
      about: FlowVersion.pick({
        flows: true,
        slots: true,
        tables: true,
        warnings: true,
        added: true,
        changed: true,
        removed: true,
      }),
      created_at: Instant,
      created_by: z.string().nullable(),
    }),
    moments: ['created_at'],
  },
} as const satisfies Record<string, RowTable>
