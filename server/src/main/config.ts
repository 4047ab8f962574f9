/** The settings: one schema, the only reader of the environment, every problem reported at once. `.env.example` names them. */
import { resolve } from 'node:path'
import { Email, Password } from '@lingxi/contract/staff'
import { z } from 'zod'

const absent = (value: unknown) => (value === '' ? undefined : value)
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional())
const onOrOff = (standard: '0' | '1') =>
  z
    .preprocess(absent, z.enum(['0', '1', 'false', 'true']).default(standard))
    .transform((value) => value === '1' || value === 'true')

const Environment = z
  .object({
    PORT: z.preprocess(absent, z.coerce.number('is a number').int().min(0).max(65_535).default(3000)),
    HOST: z.preprocess(absent, z.string().default('127.0.0.1')),
    LINGXI_DATA: z.preprocess(absent, z.string().default('./data')),
    LINGXI_DATABASE_URL: optional(
      z.url({ protocol: /^postgres(ql)?$/, error: 'is a URL such as postgresql://user:password@host:5432/name' }),
    ),
    LINGXI_DEMO: onOrOff('1'),
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
    LINGXI_LOG_LEVEL: z.preprocess(absent, z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info')),
    LINGXI_TRUST_PROXY: onOrOff('0'),
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

export class WrongSettings extends Error {}

/** Throws `WrongSettings`, whose message names every setting that is wrong and why. */
export function readConfig(environment: Record<string, string | undefined>, from: string) {
  const read = Environment.safeParse(environment)
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new WrongSettings(`These settings are not right:\n${problems.join('\n')}`)
  }
  const given = read.data
  return {
    port: given.PORT,
    host: given.HOST,
    data: resolve(from, given.LINGXI_DATA),
    databaseUrl: given.LINGXI_DATABASE_URL,
    demo: given.LINGXI_DEMO,
    admin: { email: given.LINGXI_ADMIN_EMAIL, password: given.LINGXI_ADMIN_PASSWORD },
    model: given.LINGXI_MODEL_URL
      ? { url: given.LINGXI_MODEL_URL, key: given.LINGXI_MODEL_KEY, name: given.LINGXI_MODEL_NAME! }
      : undefined,
    logLevel: given.LINGXI_LOG_LEVEL,
    trustProxy: given.LINGXI_TRUST_PROXY,
    reading: {
      folder: given.LINGXI_KNOWLEDGE_FOLDER ? resolve(from, given.LINGXI_KNOWLEDGE_FOLDER) : undefined,
      allowedAddresses: (given.LINGXI_ALLOWED_ADDRESSES ?? '').split(/[,\s]+/).filter((each) => each !== ''),
      largestFile: given.LINGXI_LARGEST_FILE_MB * 1024 * 1024,
    },
  }
}
export type Config = ReturnType<typeof readConfig>
