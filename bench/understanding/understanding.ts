/** Intents learnt and recognised by ours and by nlp.js, on the same public split, one after the other in one run. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openClassifier, trainClassifier } from '../../server/src/platform/classifier/classifier.ts'
import { type LabelledText, readLabelled } from '../../evals/src/labelled-texts.ts'
import { say } from '../say.ts'
import { openNlpJs } from './nlp-js.ts'

export type Recognise = (text: string) => string | Promise<string>
type Measured = { accuracy: number; trainSeconds: number; p50Ms: number; p99Ms: number }

const usualSet = join(import.meta.dirname, '../../../shared/data/intents/banking77')

export async function measureUnderstanding(set = usualSet): Promise<object> {
  const [train, test] = [join(set, 'train.jsonl'), join(set, 'dev.jsonl')]
  if (!existsSync(train) || !existsSync(test)) {
    say(`SKIPPED: ${set} has no train.jsonl and dev.jsonl of labelled texts.`)
    return { skipped: 'the public data is not here' }
  }
  const [examples, texts] = [readLabelled(train), readLabelled(test)]
  const ours = await measure(() => learnOurs(examples), texts)
  say(`ours: ${JSON.stringify(ours)}`)
  const peer = await measure(() => openNlpJs(examples), texts)
  say(`nlp.js: ${JSON.stringify(peer)}`)
  return {
    examples: examples.length,
    texts: texts.length,
    ours,
    nlpJs: peer,
    pointsMoreAccurate: rounded((ours.accuracy - peer.accuracy) * 100, 1),
    timesFasterToTrain: rounded(peer.trainSeconds / ours.trainSeconds, 1),
    timesFasterToRecognise: rounded(peer.p50Ms / ours.p50Ms, 1),
  }
}

function learnOurs(examples: readonly LabelledText[]): Recognise {
  const trained = trainClassifier(examples, { seed: 1 })
  const opened = trained.outcome === 'trained' ? openClassifier(trained.model) : trained
  if (opened.outcome !== 'opened') throw new Error(`Nothing was learnt: ${opened.outcome}`)
  return (text) => opened.classifier.classify(text).labels[0]!.label
}

async function measure(learn: () => Recognise | Promise<Recognise>, texts: readonly LabelledText[]): Promise<Measured> {
  const begun = performance.now()
  const recognise = await learn()
  const trainSeconds = rounded((performance.now() - begun) / 1000, 1)
  // The first texts compile what the others run.
  for (const { text } of texts.slice(0, 100)) await recognise(text)
  const times: number[] = []
  let right = 0
  for (const { text, label } of texts) {
    const asked = performance.now()
    if ((await recognise(text)) === label) right++
    times.push(performance.now() - asked)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => rounded(times[Math.floor(times.length * share)]!, 3)
  return { accuracy: rounded(right / texts.length, 4), trainSeconds, p50Ms: at(0.5), p99Ms: at(0.99) }
}

const rounded = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits
