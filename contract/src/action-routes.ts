import { z } from 'zod'
import { Action, ActionOutcome } from './action.ts'
import { HttpAuthentication, HttpTool, HttpToolDraft, OpenApiPreview, TriedTool } from './http-tool.ts'
import { Json } from './json.ts'
import { route } from './route.ts'

const byId = z.strictObject({ id: z.string().max(80) })
const at = '/api/v1/actions'
const area = 'Actions'
export const longestOpenApi = 5_000_000

export const ActionRun = z
  .strictObject({
    id: z.string(),
    action: z.string(),
    effect: z.string(),
    conversationId: z.string().nullable(),
    /** Personal data is covered in it and in what came back. */
    input: z.record(z.string(), Json),
    state: z.enum(['running', 'waiting', 'done', 'refused', 'failed']),
    outcome: ActionOutcome.nullable(),
    attempts: z.int(),
    milliseconds: z.number(),
    cost: z.number().nullable(),
    begunAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: 'ActionRun' })
export type ActionRun = z.infer<typeof ActionRun>

/** An action with how its calls of the last day went. `toolId`: the HTTP tool that it is. */
export const ActionEntry = Action.extend({
  toolId: z.string().nullable(),
  paused: z.boolean(),
  circuit: z.enum(['closed', 'open', 'half-open']).nullable(),
  lately: z.strictObject({ done: z.int(), refused: z.int(), failed: z.int() }),
}).meta({ id: 'ActionEntry' })
export type ActionEntry = z.infer<typeof ActionEntry>

const OpenApiText = z.string().min(1).max(longestOpenApi)

/** What the bot may do: everything it has, the calls it made, and the tools over HTTP that people describe. */
export const actionRoutes = {
  listActions: route({
    method: 'GET',
    path: at,
    area,
    access: 'staff',
    summary: 'Everything the bot may do, with how its calls of the last day went',
    ok: z.strictObject({ actions: z.array(ActionEntry) }),
  }),
  listActionRuns: route({
    method: 'GET',
    path: `${at}/runs`,
    area,
    access: 'supervisor',
    summary: 'Calls of actions, the newest first; `after` is the `next` of the page before',
    query: z.strictObject({
      action: z.string().max(120).optional(),
      conversation: z.string().max(80).optional(),
      state: ActionRun.shape.state.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: z.string().max(120).optional(),
    }),
    ok: z.strictObject({ runs: z.array(ActionRun), next: z.string().nullable() }),
  }),
  getHttpTool: route({
    method: 'GET',
    path: `${at}/http-tools/:id`,
    area,
    access: 'supervisor',
    summary: 'One HTTP tool; its secret stays where it is',
    params: byId,
    ok: HttpTool,
  }),
  addHttpTool: route({
    method: 'POST',
    path: `${at}/http-tools`,
    area,
    access: 'admin',
    summary: 'Describe a call of a system of the company',
    body: HttpToolDraft,
    ok: HttpTool,
    status: 201,
  }),
  changeHttpTool: route({
    method: 'PUT',
    path: `${at}/http-tools/:id`,
    area,
    access: 'admin',
    summary: 'Replace what is said of a tool; a secret that is left away stays as it was',
    params: byId,
    body: HttpToolDraft.extend({ version: z.int().positive() }),
    ok: HttpTool,
  }),
  removeHttpTool: route({
    method: 'DELETE',
    path: `${at}/http-tools/:id`,
    area,
    access: 'admin',
    summary: 'Remove a tool; the record of its calls stays',
    params: byId,
    ok: z.null(),
    status: 204,
  }),
  tryHttpTool: route({
    method: 'POST',
    path: `${at}/http-tools/try`,
    area,
    access: 'admin',
    summary: 'Make one call as it is described now, really; what goes out and comes back is shown, secrets covered',
    body: z.strictObject({
      tool: HttpToolDraft,
      /** The saved tool whose secret is used where the draft brings none. */
      id: z.string().max(80).nullable().default(null),
      input: z.record(z.string(), Json),
    }),
    ok: TriedTool,
  }),
  previewOpenApi: route({
    method: 'POST',
    path: `${at}/openapi/preview`,
    area,
    access: 'admin',
    summary: 'What an OpenAPI document (3.0 or 3.1, YAML or JSON) offers, before anything is taken over',
    body: z.strictObject({ document: OpenApiText }),
    ok: OpenApiPreview,
  }),
  importOpenApi: route({
    method: 'POST',
    path: `${at}/openapi/import`,
    area,
    access: 'admin',
    summary: 'Take operations over as tools, all or none; those that were taken before are brought up to date',
    body: z.strictObject({
      document: OpenApiText,
      server: z.string().trim().max(1000),
      operations: z.array(z.string().max(500)).min(1).max(200),
      authentication: HttpAuthentication.default({ kind: 'none' }),
    }),
    ok: z.strictObject({ added: z.int(), changed: z.int(), same: z.int() }),
  }),
}
