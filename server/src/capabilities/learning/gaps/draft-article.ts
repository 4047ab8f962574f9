/**
 * What people answered when the bot could not, merged into the body of an article: without greetings, without what was
 * done for one person only, and each thing once, what most conversations say first. Pure; a person reviews it in any case.
 */
import { isMasked } from '../personal-data.ts'

const sentence = /[^。！？!?\n]+[。！？!?]*|[^.\n]+\.(?=\s|$)/g
const greeting =
  /^(?:您好|你好|亲|亲亲|在的|好的|嗯|不客气|感谢|谢谢|很高兴|请问|请稍等|稍等|抱歉|不好意思|祝您|再见|还有(?:什么|其他)|hi\b|hello\b|dear\b|thanks?\b|thank you|you['’]re welcome|sorry\b|one moment|please wait|bye\b|is there anything|have a (?:nice|good)|let me (?:check|look))/i
const greetingOnly = /^[\s，,。.!！~～]*(?:您好|你好|亲亲?|hi|hello)(?:\s*\[[^\]]+\])?[，,！!。.\s]+/i
/** Done or looked up for this one customer: true for nobody else. */
const personal =
  /我(?:已经?|刚|这就|马上)|(?:已经?|这边|马上)(?:帮|给|为)您|为您(?:查|申请|登记|备注|安排|处理)|您的(?:订单|包裹|快递|账户|退款)(?:已|是|在|目前|显示)|\b(?:i['’](?:ve|ll)|i have|i will|i just|your (?:order|parcel|refund|account) (?:is|was|has|will))\b/i
/** From here on two sentences say the same. */
const same = 0.75
const mostSentences = 12

export function draftBody(replies: string[], likeness: (one: string, other: string) => number): string {
  const kept: { text: string; times: number; place: number }[] = []
  for (const reply of replies)
    for (const [place, text] of sentencesOf(reply).entries()) {
      const known = kept.find((each) => likeness(each.text, text) >= same)
      if (known) known.times++
      else kept.push({ text, times: 1, place })
    }
  const chosen = kept
    .toSorted((one, other) => other.times - one.times || one.place - other.place)
    .slice(0, mostSentences)
  const inOrder = kept.filter((each) => chosen.includes(each)).toSorted((one, other) => one.place - other.place)
  return inOrder.map(({ text }) => text).join('\n\n')
}

/** What people said that holds for everybody: each reply once, without what is left out of a draft. */
export const saidForAll = (replies: string[]): string[] => [
  ...new Set(replies.map((reply) => sentencesOf(reply).join(' ')).filter((said) => said !== '')),
]

function sentencesOf(reply: string): string[] {
  const found = reply.replace(greetingOnly, '').match(sentence) ?? []
  return found
    .map((text) => text.replace(greetingOnly, '').trim())
    .filter((text) => text.length >= 4 && !greeting.test(text) && !personal.test(text) && !isMasked(text))
}
