/** A catalogue behind the protocol of the SDK; the transport is connected by who serves it. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv'
import { type Catalogue, refusal } from './catalogue.ts'

/** The code that the protocol has for a resource that is not there. */
const resourceNotFound = -32_002
const mostCompletions = 100
/** Made once: a server is made for every request. */
const jsonSchemaValidator = new AjvJsonSchemaValidator()

export function serveCatalogue(catalogue: Catalogue): Server {
  const { name, title, version, instructions, tools, prompts, resources } = catalogue
  const capabilities = {
    tools: {},
    ...(resources && { resources: {} }),
    ...(prompts.length > 0 && { prompts: {}, completions: {} }),
  }
  const server = new Server({ name, title, version }, { capabilities, instructions, jsonSchemaValidator })

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(({ described }) => described) }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, asked) => {
    const tool = tools.find(({ described }) => described.name === params.name)
    if (!tool) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name.slice(0, 100)}`)
    try {
      return await tool.call(params.arguments, asked)
    } catch (error) {
      return refusal(catalogue.thrown(error))
    }
  })
  if (resources) serveResources(server, resources, catalogue)
  if (prompts.length > 0) servePrompts(server, catalogue)
  return server
}

function serveResources(server: Server, resources: NonNullable<Catalogue['resources']>, catalogue: Catalogue): void {
  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }) =>
    told(catalogue, () => resources.list(params?.cursor)),
  )
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: resources.templates }))
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const contents = await told(catalogue, () => resources.read(uri))
    if (!contents) throw new McpError(resourceNotFound, 'Resource not found', { uri })
    return { contents }
  })
}

function servePrompts(server: Server, catalogue: Catalogue): void {
  const { prompts } = catalogue
  const find = (name: string) => prompts.find((prompt) => prompt.name === name)
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: prompts.map(({ get: _get, ...prompt }) => ({
      ...prompt,
      arguments: prompt.arguments.map(({ values: _values, ...argument }) => argument),
    })),
  }))
  server.setRequestHandler(GetPromptRequestSchema, async ({ params }) => {
    const prompt = find(params.name)
    if (!prompt) throw new McpError(ErrorCode.InvalidParams, `There is no prompt ${params.name.slice(0, 100)}`)
    const given = params.arguments ?? {}
    const missing = prompt.arguments.filter((each) => each.required && !given[each.name]?.trim())
    if (missing.length > 0)
      throw new McpError(ErrorCode.InvalidParams, `Say ${missing.map((each) => each.name).join(', ')}`)
    return told(catalogue, () => prompt.get(given))
  })
  server.setRequestHandler(CompleteRequestSchema, ({ params: { ref, argument } }) => {
    const prompt = ref.type === 'ref/prompt' ? find(ref.name) : undefined
    const { values = [] } = prompt?.arguments.find((each) => each.name === argument.name) ?? {}
    const fitting = values.filter((value) => value.startsWith(argument.value)).slice(0, mostCompletions)
    return { completion: { values: fitting, total: fitting.length, hasMore: false } }
  })
}

/** What is thrown below says to the other side no more than it may know. */
async function told<Result>({ thrown }: Catalogue, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new McpError(ErrorCode.InvalidParams, thrown(error))
  }
}
