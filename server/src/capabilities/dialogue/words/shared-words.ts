/** How much of what a thing is called somebody says: "the t-shirt" of "Cotton T-shirt, white", 帆布鞋那双 of 白色帆布鞋. */
import { isFiller } from '#platform/search'

const han = /\p{Script=Han}/u
/** In UTF-16 units: a shorter word says little. */
const leastWord = 4
const longestSaid = 40

/** How long the words that both have are together, or the run with a Chinese character; 0 where there is none that says something. */
export function sharedLength(called: string, said: string): number {
  if (said.length > longestSaid) return 0
  const words = new Set(wordsOf(called))
  const shared = new Set(wordsOf(said).filter((each) => words.has(each)))
  return Math.max([...shared].join('').length, sharedRun(called, said), sharedStem(called, said))
}

/** What one character of a name says with a second behind it that says nothing: 袜子 for 中筒袜. */
const stems = /(?<stem>[袜裤鞋帽裙褂杯盘碟勺筷盆桶瓶罐锅刀叉毯被褥垫枕桌椅凳柜箱盒袋扇镜梳刷])[子儿]/gu
const sharedStem = (called: string, said: string): number =>
  [...said.matchAll(stems)].some(({ groups }) => called.includes(groups!['stem']!)) ? 1 : 0

const wordsOf = (text: string) =>
  (text.match(/[a-z][a-z-]+/g) ?? []).filter((word) => word.length >= leastWord && !isFiller(word))

/** Two characters at least, one of them Chinese. */
function sharedRun(called: string, said: string): number {
  for (let length = said.length; length >= 2; length--)
    for (let start = 0; start + length <= said.length; start++) {
      const run = said.slice(start, start + length)
      if (han.test(run) && !/\s/.test(run) && !isFiller(run) && called.includes(run)) return length
    }
  return 0
}
