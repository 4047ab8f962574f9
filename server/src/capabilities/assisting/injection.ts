/**
 * Words in what is data that speak to the machine and not to people: "ignore your instructions", a chat's own marks, wishes
 * for its secrets. They are reported and kept from it. Strict enough for manuals and terms of business to pass; a wording
 * that slips through meets the other walls: nothing is done without the customer's yes, nothing is said without a source.
 */

/** Each is looked for in a folded text: NFKC, no invisible signs, one space for many, lines as they are. */
const patterns: [what: string, pattern: RegExp][] = [
  [
    'overrides-instructions',
    /\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|all|any|your|these|system)\b[^.!?]{0,30}\b(?:instructions?|prompts?|rules|guidelines|directions|constraints)\b/i,
  ],
  [
    'overrides-instructions',
    /(?:忽略|无视|忘记|忘掉|不要理会|不要管|别管|绕过|推翻|覆盖)[^。!?]{0,12}(?:之前|以上|上面|上述|先前|前面|此前|所有|一切|全部|你|您|系统)[^。!?]{0,8}(?:指令|指示|提示词?|规则|设定|命令|限制|约束)/,
  ],
  [
    'changes-role',
    /\b(?:you\s+are\s+now\s+(?:a|an|in|no longer)\b|from now on,?\s+you\b|new\s+(?:system\s+)?instructions?\s*:|developer mode|jailbreak|do anything now)/i,
  ],
  [
    'changes-role',
    /(?:你现在是|从现在(?:起|开始),?你(?:是|要|必须)|假装你是|(?:开发者|越狱)模式|新的?(?:系统)?指令\s*:)/,
  ],
  ['speaks-as-system', /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<<\/?SYS>>|(?:^|\n)\s*(?:system|assistant|developer)\s*:\s/i],
  [
    'wants-secrets',
    /\b(?:reveal|print|repeat|output|leak)\b[^.!?]{0,30}\b(?:system prompt|your (?:instructions|prompt|rules))\b/i,
  ],
  [
    'wants-secrets',
    /(?:输出|打印|复述|重复|透露|泄露|说出)[^。!?]{0,10}(?:系统提示|提示词|系统指令|你的(?:指令|规则|设定))/,
  ],
  ['wants-tools', /\b(?:call|invoke|execute)\b[^.!?]{0,20}\b(?:tool|function|begin_flow)\b|\bbegin_flow\b/i],
  ['wants-tools', /(?:调用|执行)[^。!?]{0,8}(?:工具|函数|接口)/],
]

const invisible = /\p{Cf}|\u034f|\p{Variation_Selector}/gu
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/[^\S\n]+/g, ' ')

/** What in a text speaks to the machine, each kind once. */
export function findInstructions(text: string): string[] {
  const folded = fold(text)
  return [...new Set(patterns.flatMap(([what, pattern]) => (pattern.test(folded) ? what : [])))]
}

const sentenceEnd = /(?<=[。！？!?\n]|\.\s)/u
const withheld = '[withheld]'

/** The text without the sentences that do; the whole of it where they only do so together. */
export function withholdInstructions(text: string): { text: string; found: string[] } {
  const found = findInstructions(text)
  if (found.length === 0) return { text, found }
  const kept = text.split(sentenceEnd).map((each) => (findInstructions(each).length > 0 ? `${withheld} ` : each))
  const left = kept.join('')
  return { text: findInstructions(left).length > 0 ? withheld : left, found }
}

/**
 * A word that must never come out: it is told to the model as confidential, and whatever holds it, however it is spaced or
 * cased, shows that the instructions are being read out.
 */
export function plantCanary(secret: string) {
  const bare = (text: string) =>
    text
      .normalize('NFKC')
      .replaceAll(/[^a-z0-9]/gi, '')
      .toLowerCase()
  const word = bare(secret).slice(0, 20)
  return { word, isIn: (text: string) => bare(text).includes(word) }
}
