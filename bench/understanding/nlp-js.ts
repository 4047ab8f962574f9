/** nlp.js as its documentation teaches it: one language, nothing written to disk or told. */
import { NlpManager } from 'node-nlp'
import type { Recognise } from './understanding.ts'

type Examples = readonly { text: string; label: string }[]

export async function openNlpJs(examples: Examples): Promise<Recognise> {
  const manager = new NlpManager({ languages: ['en'], autoSave: false, nlu: { log: false }, ner: { threshold: 1 } })
  for (const { text, label } of examples) manager.addDocument('en', text, label)
  await manager.train()
  return async (text) => (await manager.process('en', text)).intent
}
