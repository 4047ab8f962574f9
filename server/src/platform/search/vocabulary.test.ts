import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokens } from './tokens.ts'
import { applyCorrections, createVocabulary } from './vocabulary.ts'

const tokens = createTokens()
const texts = [
  '怎么退货？七天无理由退货，运费由我们承担',
  '羽绒服多少钱',
  '退货要多久',
  '银行卡付款',
  'How long does a refund take? Shipping is free, women shoes',
]
function start(more: string[] = []) {
  const vocabulary = createVocabulary({ tokens })
  for (const text of [...texts, ...more]) vocabulary.add(text)
  return vocabulary
}
const meantBy = (text: string, vocabulary = start()) =>
  vocabulary.corrections(text).map(({ said, meant, kind }) => `${said}→${meant[0]} ${kind}`)

describe('a vocabulary', () => {
  it('finds the word that sounds like one that nobody here uses', () => {
    expect(meantBy('退伙')).toEqual(['退伙→退货 sound'])
    expect(meantBy('怎么推货')).toEqual(['推货→退货 sound'])
    expect(meantBy('羽容服多少钱')).toEqual(['羽容服→羽绒服 sound'])
    expect(meantBy('云费谁出')).toContain('云费→运费 sound')
  })

  it('forgives accents that swap zh and z, n and l, in and ing', () => {
    expect(meantBy('银航卡', start(['银行']))).toEqual(['银航卡→银行卡 sound'])
    expect(meantBy('yinhangka')).toEqual(['yinhangka→银行卡 pinyin'])
  })

  it('reads pinyin, in one word, in several, and in a whole sentence', () => {
    expect(meantBy('tuihuo')).toEqual(['tuihuo→退货 pinyin'])
    expect(meantBy('tui huo')).toEqual(['tui huo→退货 pinyin'])
    expect(meantBy('zenmetuihuo')).toEqual(['zenmetuihuo→怎么退货 pinyin'])
    expect(meantBy('Yu Rong Fu duo shao qian')).toEqual(['yu rong fu duo shao qian→羽绒服多少 pinyin'])
  })

  it('takes no English for pinyin', () => {
    expect(meantBy('do you have women shoes')).toEqual([])
    expect(meantBy('can you ship a banana', start(['香蕉']))).toEqual([])
    expect(meantBy('xyzzy')).toEqual([])
  })

  it('forgives one slip of the finger, and shows the word as it is written', () => {
    expect(meantBy('refnud')).toEqual(['refnud→refund slip'])
    expect(meantBy('how does shiping work')).toEqual(['shiping→shipping slip'])
    expect(meantBy('efund')).toEqual(['efund→refund slip'])
    // What English has was meant as it stands.
    expect(meantBy('skipping shopping')).toEqual([])
  })

  it('leaves words alone that the base uses, and forgets them when their last text goes', () => {
    const vocabulary = start(['退伙协议'])
    expect(meantBy('退伙', vocabulary)).toEqual([])
    vocabulary.remove('退伙协议')
    expect(meantBy('退伙', vocabulary)).toEqual(['退伙→退货 sound'])
    for (const text of texts) vocabulary.remove(text)
    expect(vocabulary.size()).toBe(0)
    expect(vocabulary.corrections('tuihuo refnud 退伙')).toEqual([])
  })

  it('puts what was meant into the text', () => {
    const corrected = (text: string) => applyCorrections(text, start().corrections(text), tokens.fold)
    expect(corrected('我要 Tui Huo，refnud')).toBe('我要 退货,refund')
    expect(corrected('怎么退伙')).toBe('怎么退货')
    expect(corrected('怎么退货')).toBe('怎么退货')
  })

  it('survives any text, and proposes only words that are used', () => {
    const vocabulary = start()
    const piece = constantFrom('退伙', 'tui', 'huo', '😀', '\ud800', 'refnud', ' ', '，', 'E-05', '(', '\\', '𠮷野')
    const run = property(array(piece, { maxLength: 30 }), string({ unit: 'binary' }), (pieces, noise) => {
      const text = pieces.join('') + noise
      for (const { meant, kind } of vocabulary.corrections(text))
        if (kind !== 'pinyin') for (const word of meant) expect(vocabulary.countOf(word)).toBeGreaterThan(0)
      applyCorrections(text, vocabulary.corrections(text), tokens.fold)
    })
    assert(run, { numRuns: 50 })
  })
})
