/** The near side of the load process. */
import { once } from 'node:events'
import { join } from 'node:path'
import { end, type Workplace } from '../processes/workplace.ts'
import type { LoadAnswer, LoadRequest } from './load-process.ts'

export type Load = Awaited<ReturnType<typeof startLoad>>

/** Connects so many visitors to the server at `url`; they are silent until they are told to talk. */
export async function startLoad(workplace: Workplace, url: string, visitors: number) {
  const child = workplace.start({
    program: process.execPath,
    arguments: ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'load-process.ts')],
    options: { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  })

  async function ask(request: LoadRequest): Promise<LoadAnswer> {
    const answered = once(child, 'message') as Promise<[LoadAnswer]>
    child.send(request)
    const [answer] = await answered
    if (answer.type === 'broken') throw new Error(`The load broke: ${answer.reason}`)
    return answer
  }

  await ask({ type: 'open', url, visitors })
  return {
    /** Everybody asks, one question after the other, for so long: the milliseconds of each answer that is counted. */
    async talk(seconds: number, thinking: number): Promise<{ latencies: number[]; asked: number }> {
      const answer = await ask({ type: 'talk', seconds, thinking })
      return answer.type === 'talked' ? answer : { latencies: [], asked: 0 }
    },
    stop: () => end(child, 'SIGTERM'),
  }
}
