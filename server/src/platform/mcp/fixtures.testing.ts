/** What the scenarios of the official conformance runner want to find on a server, word for word as it describes them. */
import { CreateMessageResultSchema, ElicitResultSchema } from '@modelcontextprotocol/sdk/types.js'
import type { CallToolResult, ElicitRequestFormParams, PromptMessage } from '@modelcontextprotocol/sdk/types.js'
import type { AskedWith, Catalogue, ServedPrompt, ServedTool } from './mcp.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
const wav = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEARKwAAIhYAQACABAAZGF0YQAAAAA='
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

type Work = (given: Record<string, unknown>, asked: AskedWith) => Promise<CallToolResult['content']>
const tool = (name: string, work: Work, inputSchema: ServedTool['described']['inputSchema'] = { type: 'object' }) => ({
  described: { name, description: `The fixture ${name}`, inputSchema },
  call: async (given: unknown, asked: AskedWith) => ({
    content: await work((given ?? {}) as Record<string, unknown>, asked),
  }),
})
const text = (words: string) => ({ type: 'text' as const, text: words })
const image = { type: 'image' as const, data: png, mimeType: 'image/png' }
const resource = (uri: string, mimeType: string, words: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text: words },
})
const of = (...names: string[]) => ({
  type: 'object' as const,
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  required: names,
})

type Schema = ElicitRequestFormParams['requestedSchema']
async function elicit(asked: AskedWith, message: string, requestedSchema: Schema): Promise<string> {
  const params = { mode: 'form' as const, message, requestedSchema }
  const { action, content } = await asked.sendRequest({ method: 'elicitation/create', params }, ElicitResultSchema)
  return `action=${action}, content=${JSON.stringify(content ?? {})}`
}

async function say(asked: AskedWith, data: string): Promise<void> {
  await asked.sendNotification({ method: 'notifications/message', params: { level: 'info', data } })
}

const titled = ['First', 'Second', 'Third'].map((title, at) => ({ const: `value${at + 1}`, title }))
const options = ['option1', 'option2', 'option3']

const tools = [
  tool('test_simple_text', async () => [text('This is a simple text response for testing.')]),
  tool('test_image_content', async () => [image]),
  tool('test_audio_content', async () => [{ type: 'audio', data: wav, mimeType: 'audio/wav' }]),
  tool('test_embedded_resource', async () => [
    resource('test://embedded-resource', 'text/plain', 'This is an embedded resource content.'),
  ]),
  tool('test_multiple_content_types', async () => [
    text('Multiple content types test:'),
    image,
    resource('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
  ]),
  tool('test_tool_with_logging', async (_given, asked) => {
    await say(asked, 'Tool execution started')
    await pause(50)
    await say(asked, 'Tool processing data')
    await pause(50)
    await say(asked, 'Tool execution completed')
    return [text('Done.')]
  }),
  tool('test_error_handling', async () => {
    throw new Error('This tool intentionally returns an error for testing')
  }),
  tool('test_tool_with_progress', async (_given, asked) => {
    const progressToken = asked._meta?.progressToken
    for (const progress of [0, 50, 100]) {
      const params = { progressToken: progressToken ?? 0, progress, total: 100 }
      if (progressToken !== undefined) await asked.sendNotification({ method: 'notifications/progress', params })
      await pause(50)
    }
    return [text('Done.')]
  }),
  tool(
    'test_sampling',
    async ({ prompt }, asked) => {
      const content = text(String(prompt))
      const params = { messages: [{ role: 'user' as const, content }], maxTokens: 100 }
      const answer = await asked.sendRequest({ method: 'sampling/createMessage', params }, CreateMessageResultSchema)
      return [text(`LLM response: ${answer.content.type === 'text' ? answer.content.text : ''}`)]
    },
    of('prompt'),
  ),
  tool(
    'test_elicitation',
    async ({ message }, asked) => {
      const properties = {
        username: { type: 'string' as const, description: "User's response" },
        email: { type: 'string' as const, description: "User's email address" },
      }
      const schema = { type: 'object' as const, properties, required: ['username', 'email'] }
      return [text(`User response: ${await elicit(asked, String(message), schema)}`)]
    },
    of('message'),
  ),
  tool('test_elicitation_sep1034_defaults', async (_given, asked) => {
    const properties = {
      name: { type: 'string' as const, default: 'John Doe' },
      age: { type: 'integer' as const, default: 30 },
      score: { type: 'number' as const, default: 95.5 },
      status: { type: 'string' as const, enum: ['active', 'inactive', 'pending'], default: 'active' },
      verified: { type: 'boolean' as const, default: true },
    }
    return [text(`Elicitation completed: ${await elicit(asked, 'Defaults', { type: 'object', properties })}`)]
  }),
  tool('test_elicitation_sep1330_enums', async (_given, asked) => {
    const properties = {
      untitledSingle: { type: 'string' as const, enum: options },
      titledSingle: { type: 'string' as const, oneOf: titled },
      legacyEnum: {
        type: 'string' as const,
        enum: ['opt1', 'opt2', 'opt3'],
        enumNames: ['Option One', 'Option Two', 'Option Three'],
      },
      untitledMulti: { type: 'array' as const, items: { type: 'string' as const, enum: options } },
      titledMulti: { type: 'array' as const, items: { anyOf: titled } },
    }
    return [text(`Elicitation completed: ${await elicit(asked, 'Enums', { type: 'object', properties })}`)]
  }),
  tool('json_schema_2020_12_tool', async () => [text('Done.')], {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: { type: 'object', properties: { street: { type: 'string' }, city: { type: 'string' } } },
    },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  }),
  tool('test_reconnection', async (_given, asked) => {
    asked.closeSSEStream?.()
    await pause(100)
    return [text('Reconnection test completed successfully')]
  }),
]

const prompt = (
  name: string,
  given: ServedPrompt['arguments'],
  write: (given: Record<string, string>) => PromptMessage['content'][],
) => ({
  name,
  title: name,
  description: `The fixture ${name}`,
  arguments: given,
  get: async (values: Record<string, string>) => ({
    messages: write(values).map((content) => ({ role: 'user' as const, content })),
  }),
})
const needed = (name: string) => ({ name, description: name, required: true })

const prompts: ServedPrompt[] = [
  prompt('test_simple_prompt', [], () => [text('This is a simple prompt for testing.')]),
  prompt(
    'test_prompt_with_arguments',
    [{ ...needed('arg1'), values: ['paris', 'park', 'party'] }, needed('arg2')],
    ({ arg1, arg2 }) => [text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
  ),
  prompt('test_prompt_with_embedded_resource', [needed('resourceUri')], ({ resourceUri }) => [
    resource(resourceUri ?? '', 'text/plain', 'Embedded resource content for testing.'),
    text('Please process the embedded resource above.'),
  ]),
  prompt('test_prompt_with_image', [], () => [image, text('Please analyze the image above.')]),
]

const resources: NonNullable<Catalogue['resources']> = {
  templates: [{ uriTemplate: 'test://template/{id}/data', name: 'template', mimeType: 'application/json' }],
  list: async () => ({
    resources: ['static-text', 'static-binary', 'watched-resource'].map((name) => ({
      uri: `test://${name}`,
      name,
      description: `The fixture ${name}`,
      mimeType: name === 'static-binary' ? 'image/png' : 'text/plain',
    })),
  }),
  async read(uri) {
    const id = /^test:\/\/template\/([^/]+)\/data$/.exec(uri)?.[1]
    const told = { id, templateTest: true, data: `Data for ID: ${id}` }
    if (id) return [{ uri, mimeType: 'application/json', text: JSON.stringify(told) }]
    if (uri === 'test://static-binary') return [{ uri, mimeType: 'image/png', blob: png }]
    const words = 'This is the content of the static text resource.'
    return uri === 'test://static-text' ? [{ uri, mimeType: 'text/plain', text: words }] : undefined
  },
}

export const fixtures: Catalogue = {
  name: 'fixtures',
  title: 'Fixtures',
  version: '1',
  instructions: 'For the conformance runner.',
  tools,
  prompts,
  resources,
  thrown: (error) => (error instanceof Error ? error.message : 'thrown'),
}
