/** "It isn't damaged, it just never came" and 没坏，是没收到: what is not so is said first, and takes the reading with it. */
import { edited, editsOf, type Traced } from './traced.ts'

const faults = '坏|破|碎|裂|少|缺|错|丢|脏|漏|质量问题|毛病|问题'
/** Each by the half that it leaves out. */
const leftOut = [
  new RegExp(
    `^(?:不好意思|你好|您好)?[^，,。！？!?]{0,8}(?:没有?(?:${faults})|不是(?!说)[^，,。！？!?]{1,10})[，,。]\\s*(?=(?:而|就|只|反正)?是(?!不是|否))`,
    'gu',
  ),
  /^(?:no,? )?(?:(?:it|this|that|they|the [a-z]+|my [a-z]+)(?:(?: is| was| are|'s|'re)(?:n't| not)|n't)|nothing(?:'s| is| was)) [^,.;!?]{2,40}[,;.]\s+(?=(?:but )?(?:(?:it|this|they)(?:'s| is| was|'re)? (?!not\b)|the problem is|only|just)|(?:it|they)'(?:s|re) )/giu,
  // "Don't cancel it, just tell me where it is": what is not wanted takes no part in what is.
  /^(?:先|那|请)*(?:别|不要|不用|不想|我不(?:想|要|用))[^，,。；;！!？?]{2,24}[，,。；;]\s*(?=(?:先|就|只)*(?:帮我|给我|我(?:要|想|只)|麻烦|请|告诉我))/gu,
  /^(?:please )?(?:i )?(?:don'?t|do not)(?: (?:want|need)(?: to)?)? [^,.;!?]{2,40}[,.;]\s+(?=(?:but |just |please |only )*(?:i (?:just |only )?(?:want|need)|i'd like|tell me|can you|could you|show me|help me))/giu,
  // "Cancel my order, oh no, I mean change the address": what was said first is taken back.
  /^.{4,}?[，,。]\s*(?:哦|噢|啊|呃|嗯|哎)?(?:不对?|错了|说错了)[，,]\s*(?:是|我是(?:要|想|说)|应该是|我说的是|我要|改成)(?=\p{Script=Han}{2})(?!不)/gu,
  /^.{4,}?[,;.]\s+(?:oh |wait,? |sorry,? |actually,? )*no,? (?:wait,? |sorry,? |actually,? )*(?:i mean|i meant|make that|rather|i want to|i'd like to)(?: to)?\s+(?=\w)/giu,
]

/** Without the half that is denied, where the other half says what is so instead. */
export function withoutDenied(made: Traced): Traced {
  if (!/[，,。.;]/.test(made.text)) return made
  const nothing = () => ''
  return leftOut.reduce((rest, pattern) => edited(rest, editsOf(rest.text, pattern, nothing)), made)
}
