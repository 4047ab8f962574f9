/**
 * How well intents are learnt: trains on one file, asks the other. `oos` is out of scope; `accuracy` counts it as an intent,
 * `inScopeAccuracy` counts an intent that was taken for out of scope as a mistake. Nothing of the test file is seen before.
 */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRasa } from '../../server/src/capabilities/teaching/formats/read-rasa.ts'
import { openClassifier, trainClassifier } from '../../server/src/platform/classifier/classifier.ts'
import { type JudgedText, type LabelledText, macroF1, readLabelled, rounded, shareOf } from './labelled-texts.ts'

const outOfScope = 'oos'
const seed = 1
const packs = join(import.meta.dirname, '../../packs')

/** As in the product: what the packs hold of messages that are about nothing. */
const readStrangers = () =>
  globSync('*/*/out-of-scope.yml', { cwd: packs })
    .sort()
    .flatMap((file) => readRasa(readFileSync(join(packs, file), 'utf8')).examples.map(({ text }) => text))

export type IntentFiles = { train: string; test: string; dev?: string | undefined; show?: boolean }

export function evaluateIntents({ train, test, dev, show = false }: IntentFiles) {
  const development = dev ? readLabelled(dev) : undefined
  const begun = performance.now()
  const trained = trainClassifier(readLabelled(train), {
    seed,
    development,
    outOfScopeLabel: outOfScope,
    strangers: readStrangers(),
  })
  if (trained.outcome !== 'trained') throw new Error(`Nothing was learnt from ${train}: ${trained.outcome}`)
  const trainSeconds = (performance.now() - begun) / 1000
  const { judged, msPerText } = ask(trained.model, readLabelled(test))
  if (show) for (const one of judged) if (one.said !== one.label) tellMistake(one)
  return {
    accuracy: shareOf(judged),
    inScopeAccuracy: shareOf(judged.filter(({ label }) => label !== outOfScope)),
    oosRecall: shareOf(judged.filter(({ label }) => label === outOfScope)),
    macroF1: macroF1(judged),
    trainSeconds: rounded(trainSeconds, 1),
    msPerText,
    modelKb: Math.round(trained.model.length / 1024),
  }
}

type Asked = JudgedText & { best: string; probability: number; inScope: number }

/** `msPerText` is the middle of all. */
function ask(model: Uint8Array, texts: readonly LabelledText[]): { judged: Asked[]; msPerText: number } {
  const opened = openClassifier(model)
  if (opened.outcome !== 'opened') throw new Error(`The model is ${opened.outcome}`)
  // The first texts of a process compile what the others run.
  for (const { text } of texts.slice(0, 200)) opened.classifier.classify(text)
  const times: number[] = []
  const judged = texts.map((one): Asked => {
    const begun = performance.now()
    const { labels, inScope } = opened.classifier.classify(one.text)
    times.push(performance.now() - begun)
    const { label, probability } = labels[0]!
    return { ...one, said: inScope < 0.5 ? outOfScope : label, best: label, probability, inScope }
  })
  times.sort((one, other) => one - other)
  return { judged, msPerText: rounded(times[Math.floor(times.length / 2)] ?? 0, 4) }
}

function tellMistake({ text, label, best, probability, inScope }: Asked): void {
  console.error(`${label} | ${best} ${rounded(probability, 2)} in scope ${rounded(inScope, 2)} | ${text}`)
}

/** A folder of sets with `train.jsonl` and `dev.jsonl`: dev is asked. */
export function evaluateIntentFolder(folder: string) {
  const figures: Record<string, ReturnType<typeof evaluateIntents>> = {}
  for (const set of readdirSync(folder).sort()) {
    const [train, test] = [join(folder, set, 'train.jsonl'), join(folder, set, 'dev.jsonl')]
    if (!existsSync(train) || !existsSync(test)) continue
    figures[set] = evaluateIntents({ train, test })
    console.error(`${set}: ${JSON.stringify(figures[set])}`)
  }
  return figures
}
