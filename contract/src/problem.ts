/** Every error that leaves the server: RFC 9457 problem documents with a stable code. */
import { z } from 'zod'

/** code → HTTP status, title, and whether it should wake someone. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request does not have the expected form', alarming: false },
  'not-signed-in': { status: 401, title: 'Sign in first, or send a valid key', alarming: false },
  'wrong-credentials': { status: 401, title: 'The e-mail address or the password is wrong', alarming: false },
  'not-allowed': { status: 403, title: 'Your role does not allow this', alarming: false },
  'not-found': { status: 404, title: 'There is no such thing', alarming: false },
  'method-not-allowed': { status: 405, title: 'This cannot be done here', alarming: false },
  'not-owner': { status: 409, title: 'Claim the conversation before answering in it', alarming: false },
  'claimed-by-another': { status: 409, title: 'Someone else has this conversation', alarming: false },
  'conversation-resolved': { status: 409, title: 'The conversation is already resolved', alarming: false },
  'changed-meanwhile': { status: 409, title: 'Someone changed it since you opened it', alarming: false },
  'review-required': { status: 409, title: 'Somebody else has to review it before it is published', alarming: false },
  'own-work': { status: 403, title: 'Its last editor cannot approve it', alarming: false },
  'not-in-review': { status: 409, title: 'It does not wait for review', alarming: false },
  'identity-refused': { status: 401, title: 'The proof of who the customer is does not hold', alarming: false },
  'already-exists': { status: 409, title: 'It exists already', alarming: false },
  'too-large': { status: 413, title: 'The request is too large', alarming: false },
  'unsupported-media-type': { status: 415, title: 'This content type is not understood', alarming: false },
  'not-text': { status: 422, title: 'The file is not UTF-8 text', alarming: false },
  'too-many-attempts': { status: 429, title: 'Too many attempts; wait a little', alarming: false },
  'not-pending': { status: 409, title: 'Nobody waits for this decision any more', alarming: false },
  'not-judged': { status: 409, title: 'Nothing shows yet that it is not worse', alarming: false },
  'not-replayed': { status: 409, title: 'Take the newest conversations again with it first', alarming: false },
  'not-accepted': { status: 409, title: 'Nobody has accepted what would become otherwise', alarming: false },
  'not-rateable': { status: 409, title: 'There is nothing to rate', alarming: false },
  'last-admin': { status: 409, title: 'One active admin has to remain', alarming: false },
  stopping: { status: 503, title: 'The server is stopping; try again', alarming: false },
  'database-unavailable': { status: 503, title: 'The database does not answer; try again', alarming: true },
  unexpected: { status: 500, title: 'Something broke on our side', alarming: true },
} as const

export type ProblemCode = keyof typeof problems

export const ProblemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type ProblemDocument = z.infer<typeof ProblemDocument>

/** A broken expectation, thrown anywhere and caught in two places: the HTTP edge and the job runner. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: { path: string; message: string }[] | undefined
  constructor(
    code: ProblemCode,
    more: { detail?: string; cause?: unknown; errors?: { path: string; message: string }[] } = {},
  ) {
    super(more.detail ?? problems[code].title, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'Problem'
    this.code = code
    this.errors = more.errors
  }
}

export function toDocument(problem: Problem): ProblemDocument {
  const { status, title } = problems[problem.code]
  return {
    type: `urn:lingxi:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(problem.message !== title && { detail: problem.message }),
    ...(problem.errors && { errors: problem.errors }),
  }
}
