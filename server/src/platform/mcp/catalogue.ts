/** What a server of the Model Context Protocol offers: tools, resources and prompts, as values. */
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import type {
  CallToolResult,
  GetPromptResult,
  ReadResourceResult,
  Resource,
  ResourceTemplate,
  ServerNotification,
  ServerRequest,
  Tool,
} from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'

/** `signal` aborts when the request is cancelled, or when who asked has gone. */
export type AskedWith = RequestHandlerExtra<ServerRequest, ServerNotification>

export type ServedTool = {
  described: Tool
  /** What the other side gave, unchecked. Throws what is to be told as `thrown` says. */
  call(input: unknown, asked: AskedWith): Promise<CallToolResult>
}

export type ServedPrompt = {
  name: string
  title: string
  description: string
  arguments: { name: string; description: string; required: boolean; values?: readonly string[] }[]
  get(given: Record<string, string>): Promise<GetPromptResult>
}

export type Catalogue = {
  name: string
  title: string
  version: string
  /** For the assistant on the other side: what this is and how it is used. */
  instructions: string
  tools: ServedTool[]
  prompts: ServedPrompt[]
  resources?:
    | {
        templates: ResourceTemplate[]
        list(cursor: string | undefined): Promise<{ resources: Resource[]; nextCursor?: string | undefined }>
        /** Undefined where there is no such resource. */
        read(uri: string): Promise<ReadResourceResult['contents'] | undefined>
      }
    | undefined
  /** What is said of something that a tool, a resource or a prompt threw. */
  thrown(error: unknown): string
}

type Definition<Input extends z.ZodType, Output extends z.ZodType> = {
  name: string
  title: string
  description: string
  input: Input
  output: Output
  /** Whether it only reads; whether a second call changes nothing more; whether it reaches beyond this server. */
  looks: boolean
  repeatable?: boolean
  perform(input: z.output<Input>, signal: AbortSignal): Promise<z.input<Output>>
}

/** Without its name of the dialect: clients compile by the dialect that the protocol names. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io })
  return rest as { type: 'object' }
}

/** A tool of schemas that also type it: its input is checked, its output is told as text and as a value. */
export function describeTool<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): ServedTool {
  const { name, title, description, input, output, looks, repeatable = looks, perform } = definition
  return {
    described: {
      name,
      title,
      description,
      inputSchema: schemaOf(input, 'input'),
      outputSchema: schemaOf(output, 'output'),
      annotations: {
        title,
        readOnlyHint: looks,
        destructiveHint: false,
        idempotentHint: repeatable,
        openWorldHint: false,
      },
    },
    async call(given, { signal }) {
      const read = input.safeParse(given ?? {})
      if (!read.success) return refusal(z.prettifyError(read.error))
      const value = output.parse(await perform(read.data, signal)) as Record<string, unknown>
      return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value }
    },
  }
}

/** The tool was called and could not do it: for the assistant to read, and to try otherwise. */
export const refusal = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] })
