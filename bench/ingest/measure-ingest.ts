/** How fast a PDF is read on the reading thread, and how memory behaves over it; the file is drawn on the spot. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createDocuments } from '../../server/src/platform/documents/documents.ts'
import { aManual } from '../../server/src/platform/documents/documents.testing.ts'

export type IngestFigures = {
  pages: number
  fileMb: number
  seconds: number
  pagesPerSecond: number
  characters: number
  rssMbStart: number
  /** After a tenth of the pages, when libraries and the file are in memory; flat means that the peak stays near it. */
  rssMbWarm: number
  rssMbPeak: number
  /** The longest the main thread was held. */
  eventLoopMsMax: number
}

const megabytes = (bytes: number) => Math.round(bytes / 1e6)
const rss = () => megabytes(process.memoryUsage.rss())

export async function measureIngest(pages: number): Promise<IngestFigures> {
  const bytes = await drawElsewhere(pages)
  const documents = createDocuments()
  // Loading the libraries is not reading.
  await documents.read({ name: 'first.pdf', bytes: await aManual(1) }, () => undefined)
  globalThis.gc?.()
  const loop = watchEventLoop()
  const figures = { rssMbStart: rss(), rssMbWarm: 0, rssMbPeak: 0, characters: 0 }
  const begun = performance.now()
  const outcome = await documents.read({ name: 'manual.pdf', bytes }, (part) => {
    if (part.kind !== 'page') return
    figures.characters += part.text.length
    if (part.page === Math.ceil(pages / 10)) figures.rssMbWarm = rss()
    figures.rssMbPeak = Math.max(figures.rssMbPeak, rss())
  })
  const seconds = (performance.now() - begun) / 1000
  await documents.close()
  if (outcome.outcome !== 'read') throw new Error(`the manual was refused: ${outcome.refusal.code}`)
  const pagesPerSecond = Math.round((pages / seconds) * 10) / 10
  const rounded = Math.round(seconds * 10) / 10
  return {
    pages,
    fileMb: megabytes(bytes.length),
    seconds: rounded,
    pagesPerSecond,
    ...figures,
    eventLoopMsMax: loop.stop(),
  }
}

/** Drawing takes more memory than reading, so it is done by a thread that is gone before anything is measured. */
async function drawElsewhere(pages: number): Promise<Uint8Array> {
  const worker = new Worker(new URL('./draw-manual.ts', import.meta.url), { workerData: pages })
  const [bytes] = (await once(worker, 'message')) as [Uint8Array]
  await worker.terminate()
  return bytes
}

function watchEventLoop() {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 5)
    last = now
  }, 5)
  return {
    stop() {
      clearInterval(timer)
      return Math.round(longest)
    },
  }
}
