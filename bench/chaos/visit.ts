/** What every kind of visitor is started with, and what can be asked of it. */
import type { Entry, WebSession } from '@lingxi/contract/web-channel'
import type { Chance } from '../chance.ts'
import type { Talker } from './talker.ts'
import type { AnswerWatch, Testimony } from './witness.ts'

export type Visit = { url: string; testimony: Testimony; talker: Talker; watch: AnswerWatch; chance: Chance }
export type Visiting = {
  /** Nothing more is read; what was seen stays written down. */
  leave(): void
}

/** Short, so that a run sees many reconnects; the widget waits longer. */
export const backOff = (chance: Chance) => chance.between(50, 250)

/** Writes an entry down as it came. That somebody sees it again is for the judge to find, so nothing is left out here. */
export function seeEntry({ testimony, talker, watch }: Visit, entry: Entry): void {
  testimony.seen!.push(entry)
  // As in the widget: what is in the log was accepted, also when the line broke before it was said.
  if (entry.type === 'said') talker.accept(entry.id)
  if (entry.type === 'message' && entry.speaker.kind === 'bot') watch.saw(Date.parse(entry.at))
}

export const lastCursor = ({ testimony }: Visit) => testimony.seen?.at(-1)?.cursor

export async function openSession(url: string): Promise<string> {
  const response = await post(`${url}/api/v1/web/sessions`, { body: {} })
  if (!response.ok) throw new Error(`no session: HTTP ${response.status}`)
  return ((await response.json()) as WebSession).token
}

export function post(url: string, { body, token }: { body: object; token?: string }): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
}
