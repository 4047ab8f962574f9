/** The settings: one schema, the only reader of the environment, every problem reported at once. `.env.example` names them. */
import { join, resolve } from 'node:path'
import { parseJson } from '@lingxi/contract/json'
import { Email, Password } from '@lingxi/contract/staff'
import { z } from 'zod'

const absent = (value: unknown) => (value === '' ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional())
const onOrOff = (standard: '0' | '1') =>
  z
    .preprocess(absent, z.enum(['0', '1', 'false', 'true']).default(standard))
    .transform((value) => value === '1' || value === 'true')

const address = (what: string) =>
  z.url({ protocol: /^https?$/, error: `is the address of ${what}, such as https://host/v1` })
const milliseconds = (standard: number) =>
  z.preprocess(absent, z.coerce.number('is a number of milliseconds').int().min(1).max(60_000).default(standard))
/** In a minute; 0 for as often as it likes. */
const often = (standard: number) =>
  z.preprocess(absent, z.coerce.number('is a number').int().min(0).max(1_000_000).default(standard))
/** `{"crm": {"command": "/opt/crm-tools", "arguments": ["--stdio"], "variables": ["CRM_TOKEN"]}}` */
const programs = z
  .string()
  .transform((text) => parseJson(text))
  .pipe(
    z.record(
      z.string().min(1).max(60),
      z.strictObject({
        command: z.string().min(1),
        arguments: z.array(z.string()).default([]),
        variables: z.array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,79}$/)).default([]),
      }),
      'is JSON such as {"crm": {"command": "/opt/crm-tools", "arguments": ["--stdio"], "variables": ["CRM_TOKEN"]}}',
    ),
  )
type Given = Record<string, unknown>
/** An endpoint needs its model's name, and stands alone: not beside a local model. */
const together = (kind: 'EMBEDDING' | 'RERANK') => (given: Given) =>
  (given[`LINGXI_${kind}_URL`] !== undefined) === (given[`LINGXI_${kind}_NAME`] !== undefined)
const either = (kind: 'EMBEDDING' | 'RERANK') => (given: Given) =>
  given[`LINGXI_${kind}_URL`] === undefined || given[`LINGXI_${kind}_ONNX`] === undefined

const Environment = z
  .object({
    PORT: z.preprocess(absent, z.coerce.number('is a number').int().min(0).max(65_535).default(3000)),
    HOST: z.preprocess(absent, z.string().default('127.0.0.1')),
    LINGXI_DATA: z.preprocess(absent, z.string().default('./data')),
    LINGXI_DATABASE_URL: optional(
      z.url({ protocol: /^postgres(ql)?$/, error: 'is a URL such as postgresql://user:password@host:5432/name' }),
    ),
    LINGXI_DEMO: onOrOff('1'),
    LINGXI_DEMO_TEACHING: onOrOff('1'),
    LINGXI_DEMO_BACK_OFFICE: onOrOff('1'),
    LINGXI_ADMIN_EMAIL: z.preprocess(absent, Email.default('admin@lingxi.local')),
    LINGXI_ADMIN_PASSWORD: optional(Password),
    LINGXI_MODEL_URL: optional(
      z.url({
        protocol: /^https?$/,
        error: 'is the address of an OpenAI-compatible endpoint, such as https://host/v1',
      }),
    ),
    LINGXI_MODEL_KEY: optional(z.string()),
    LINGXI_MODEL_NAME: optional(z.string()),
    LINGXI_EMBEDDING_URL: optional(address('an endpoint with /embeddings')),
    LINGXI_EMBEDDING_KEY: optional(z.string()),
    LINGXI_EMBEDDING_NAME: optional(z.string()),
    LINGXI_EMBEDDING_ONNX: optional(z.string()),
    LINGXI_EMBEDDING_WITHIN: milliseconds(150),
    LINGXI_RERANK_URL: optional(address('an endpoint with /rerank')),
    LINGXI_RERANK_KEY: optional(z.string()),
    LINGXI_RERANK_NAME: optional(z.string()),
    LINGXI_RERANK_ONNX: optional(z.string()),
    LINGXI_RERANK_WITHIN: milliseconds(300),
    LINGXI_INTENTS_ONNX: optional(z.string()),
    LINGXI_ENTITIES_ONNX: optional(z.string()),
    LINGXI_INTENTS_BY_MODEL: onOrOff('0'),
    LINGXI_INTENTS_WITHIN: milliseconds(800),
    LINGXI_SEARCH: z.preprocess(absent, z.enum(['memory', 'lancedb', 'opensearch']).default('memory')),
    OPENSEARCH_URL: optional(
      z.url({ protocol: /^https?$/, error: 'is the address of OpenSearch, such as https://user:password@host:9200' }),
    ),
    LINGXI_SECRET_KEY: optional(
      z.string().min(32, 'has at least 32 letters of chance, such as of openssl rand -base64 32'),
    ),
    LINGXI_LOG_LEVEL: z.preprocess(absent, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
    LINGXI_TRUST_PROXY: onOrOff('0'),
    LINGXI_SESSIONS_PER_MINUTE: often(600),
    LINGXI_MESSAGES_PER_MINUTE: often(240),
    LINGXI_MCP_PER_MINUTE: often(600),
    LINGXI_MCP_ORIGINS: optional(z.string()),
    LINGXI_MCP_PROGRAMS: optional(programs),
    LINGXI_KNOWLEDGE_FOLDER: optional(z.string()),
    LINGXI_ALLOWED_ADDRESSES: optional(z.string()),
    LINGXI_LARGEST_FILE_MB: z.preprocess(absent, z.coerce.number('is a number').int().min(1).max(2000).default(200)),
  })
  .refine((given) => !given.LINGXI_MODEL_URL || given.LINGXI_MODEL_NAME, {
    path: ['LINGXI_MODEL_NAME'],
    error: 'is needed with LINGXI_MODEL_URL: which model shall answer?',
  })
  .refine((given) => !given.LINGXI_MODEL_NAME || given.LINGXI_MODEL_URL, {
    path: ['LINGXI_MODEL_URL'],
    error: 'is needed with LINGXI_MODEL_NAME: where is that model?',
  })
  .refine(together('EMBEDDING'), {
    path: ['LINGXI_EMBEDDING_NAME'],
    error: 'goes with LINGXI_EMBEDDING_URL: both or neither',
  })
  .refine(either('EMBEDDING'), {
    path: ['LINGXI_EMBEDDING_ONNX'],
    error: 'stands beside LINGXI_EMBEDDING_URL: one of them',
  })
  .refine(together('RERANK'), { path: ['LINGXI_RERANK_NAME'], error: 'goes with LINGXI_RERANK_URL: both or neither' })
  .refine(either('RERANK'), { path: ['LINGXI_RERANK_ONNX'], error: 'stands beside LINGXI_RERANK_URL: one of them' })
  .refine((given) => !given.LINGXI_ENTITIES_ONNX || given.LINGXI_INTENTS_ONNX, {
    path: ['LINGXI_ENTITIES_ONNX'],
    error: 'goes with LINGXI_INTENTS_ONNX',
  })
  .refine((given) => !given.LINGXI_INTENTS_BY_MODEL || given.LINGXI_MODEL_URL, {
    path: ['LINGXI_INTENTS_BY_MODEL'],
    error: 'needs a model: LINGXI_MODEL_URL and LINGXI_MODEL_NAME',
  })
  .refine((given) => given.LINGXI_SEARCH !== 'opensearch' || given.OPENSEARCH_URL, {
    path: ['OPENSEARCH_URL'],
    error: 'is needed with LINGXI_SEARCH=opensearch',
  })

export class WrongSettings extends Error {}

/** Throws `WrongSettings`, whose message names every setting that is wrong and why. */
export function readConfig(environment: Record<string, string | undefined>, from: string) {
  const read = Environment.safeParse(environment)
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new WrongSettings(`These settings are not right:\n${problems.join('\n')}`)
  }
  const given = read.data
  const backOffice = backOfficeOf(given, from)
  return {
    port: given.PORT,
    host: given.HOST,
    data: resolve(from, given.LINGXI_DATA),
    databaseUrl: given.LINGXI_DATABASE_URL,
    demo: given.LINGXI_DEMO,
    demoTeaching: given.LINGXI_DEMO && given.LINGXI_DEMO_TEACHING,
    backOffice,
    admin: { email: given.LINGXI_ADMIN_EMAIL, password: given.LINGXI_ADMIN_PASSWORD },
    model: given.LINGXI_MODEL_URL
      ? { url: given.LINGXI_MODEL_URL, key: given.LINGXI_MODEL_KEY, name: given.LINGXI_MODEL_NAME! }
      : undefined,
    embedding: meaningModel(given, 'EMBEDDING', from),
    reranking: meaningModel(given, 'RERANK', from),
    intents: {
      folder: given.LINGXI_INTENTS_ONNX && resolve(from, given.LINGXI_INTENTS_ONNX),
      entitiesFolder: given.LINGXI_ENTITIES_ONNX && resolve(from, given.LINGXI_ENTITIES_ONNX),
      byModel: given.LINGXI_INTENTS_BY_MODEL,
      within: given.LINGXI_INTENTS_WITHIN,
    },
    search: { engine: given.LINGXI_SEARCH, opensearchUrl: given.OPENSEARCH_URL },
    secretKey: given.LINGXI_SECRET_KEY,
    logLevel: given.LINGXI_LOG_LEVEL,
    trustProxy: given.LINGXI_TRUST_PROXY,
    limits: {
      sessionsPerMinute: given.LINGXI_SESSIONS_PER_MINUTE,
      messagesPerMinute: given.LINGXI_MESSAGES_PER_MINUTE,
      mcpPerMinute: given.LINGXI_MCP_PER_MINUTE,
    },
    mcpPrograms: given.LINGXI_MCP_PROGRAMS ?? {},
    mcpOrigins: listOf(given.LINGXI_MCP_ORIGINS),
    reading: {
      folder: given.LINGXI_KNOWLEDGE_FOLDER ? resolve(from, given.LINGXI_KNOWLEDGE_FOLDER) : undefined,
      allowedAddresses: listOf(given.LINGXI_ALLOWED_ADDRESSES),
      largestFile: given.LINGXI_LARGEST_FILE_MB * 1024 * 1024,
    },
  }
}
const listOf = (given: string | undefined) => (given ?? '').split(/[,\s]+/).filter((each) => each !== '')
type ReadSettings = z.output<typeof Environment>

/** Beside a demo in one process only: on one database several processes would each have a shop of their own. */
function backOfficeOf(given: ReadSettings, from: string) {
  if (!given.LINGXI_DEMO || !given.LINGXI_DEMO_BACK_OFFICE || given.LINGXI_DATABASE_URL) return undefined
  const port = given.PORT === 0 || given.PORT === 65_535 ? 0 : given.PORT + 1
  return { folder: join(resolve(from, given.LINGXI_DATA), 'demo-back-office'), port }
}

/** A model of meaning, where one is configured: an endpoint or a folder, and how long a question waits for it. */
function meaningModel(given: ReadSettings, kind: 'EMBEDDING' | 'RERANK', from: string) {
  const within = given[`LINGXI_${kind}_WITHIN`]
  const folder = given[`LINGXI_${kind}_ONNX`]
  const url = given[`LINGXI_${kind}_URL`]
  if (folder) return { kind: 'onnx' as const, folder: resolve(from, folder), within }
  if (!url) return undefined
  return {
    kind: 'endpoint' as const,
    url,
    name: given[`LINGXI_${kind}_NAME`]!,
    key: given[`LINGXI_${kind}_KEY`],
    within,
  }
}

export type Config = ReturnType<typeof readConfig>
