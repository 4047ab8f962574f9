import { parentPort, workerData } from 'node:worker_threads'
import { aManual } from '../../server/src/platform/documents/documents.testing.ts'

parentPort!.postMessage(await aManual(workerData as number))
