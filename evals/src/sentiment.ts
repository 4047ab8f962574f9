/** How well moods are learnt: the same classifier, every text being about one of the labels. */
import { openClassifier, trainClassifier } from '../../server/src/platform/classifier/classifier.ts'
import { macroF1, readLabelled, rounded, shareOf } from './labelled-texts.ts'

export function evaluateSentiment({ train, test, show }: { train: string; test: string; show: boolean }) {
  const trained = trainClassifier(readLabelled(train), { seed: 1 })
  const opened = trained.outcome === 'trained' ? openClassifier(trained.model) : trained
  if (opened.outcome !== 'opened') throw new Error(`Nothing was learnt from ${train}: ${opened.outcome}`)
  const texts = readLabelled(test)
  for (const { text } of texts.slice(0, 200)) opened.classifier.classify(text)
  const begun = performance.now()
  const judged = texts.map((one) => ({ ...one, said: opened.classifier.classify(one.text).labels[0]!.label }))
  const msPerText = rounded((performance.now() - begun) / Math.max(1, texts.length), 4)
  for (const { text, label, said } of show ? judged : [])
    if (said !== label) console.error(`${label} | ${said} | ${text}`)
  return { accuracy: shareOf(judged), macroF1: macroF1(judged), msPerText }
}
