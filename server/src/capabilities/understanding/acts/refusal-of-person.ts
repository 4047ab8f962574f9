/** Takes "不用转人工" and "I don't need a human" out of a message: what is left of it is what the customer is after. */
import { clean, fold } from '../surface/normalise.ts'

const chinesePerson =
  '(?:人工|真人|活人|专人|坐席|座席|接线员|话务员|专员|主管|经理|工作人员|客服)(?:客服|服务|坐席|人员)?'
const chineseRefusal = `(?:我们?|先|都|说了|那|就|请|麻烦|现在|暂时|真的|但是?|可是|所以|也|并){0,4}(?:不要|不用|不需要|不必|不想要?|不愿意?|不是要?想?|无需|无须|没必要|别|甭|没想要?|没要|没说要?|懒得|用不着|不找|不转|不联系|不叫)(?:再|先|给我|帮我|给|帮|你|我|直接|马上|急着|随便|来|用|要|跟|和|去){0,3}(?:转接?到?|接(?:通|入|到)?|切换?到?|换成?|呼叫?|联系|找|叫|喊|请|安排)?(?:一下|个|一个|位|你们?的?)?${chinesePerson}(?:说话|聊天?|处理|帮忙|回复|介入|来|了|啊|呀|哈|吧|啦|嘛|的|哦){0,3}(?=$|[,.!;:。、~…\\n]| |就|只|我就|我只|直接|你直接|你告诉|你说)`
const englishPerson =
  '(?:human beings?|humans?|persons?|people|agents?|representatives?|reps?|operators?|managers?|supervisors?|advis[oe]rs?|someone|somebody|anyone|anybody|colleagues?|staff|customer (?:service|support|care)|support(?: team)?|live chat)'
const englishRefusal = `(?:(?:no|please|ok|okay|well|but|and|so|sorry|look|really|honestly) ){0,3}(?:(?:i|we|i'?m|i am|i'?d|i would) )?(?:(?:really|honestly|just|still) )?(?:do not|don'?t|did not|didn'?t|no need|need not|not|rather not)(?: (?:want|need|wish|require|ask|asked|asking|looking|trying|really|even|think|i|for|to|be|any|an?|the|your|with|talk|talking|speak|speaking|chat|chatting|connect|connected|transfer|transferred|put|through|call|contact|deal|me|us|help|from|another|real|live|actual|human|service|support)){0,9}(?: ${englishPerson}|(?<= transfer(?:red)?(?: me)?))(?: (?:please|thanks|here|now|yet|right now|any ?more|any longer|at all|for (?:this|that|it)))?(?=$|[,.!;:。…\\n]| (?:just|i just|i only|i want|simply|but|and)\\b)`
const refusal = new RegExp(`(?:${chineseRefusal}|${englishRefusal})`, 'y')
const clauseMark = /[,.!?;:。、~…\n—]/

/** The cleaned text without its clauses that refuse a person; undefined when none does. A question ("不用转人工吗?") does not. */
export function withoutRefusal(text: string): string | undefined {
  const cleaned = clean(text)
  const folded = fold(cleaned)
  let kept = ''
  let keptTo = 0
  for (const start of startsOfClauses(folded)) {
    refusal.lastIndex = start
    if (start < keptTo || !refusal.test(folded)) continue
    kept += cleaned.slice(keptTo, start)
    keptTo = refusal.lastIndex
    while (clauseMark.test(folded[keptTo] ?? '')) keptTo += 1
  }
  return keptTo === 0 ? undefined : kept + cleaned.slice(keptTo)
}

function startsOfClauses(folded: string): number[] {
  const starts = [0]
  for (let at = 0; at < folded.length; at += 1) {
    if (!clauseMark.test(folded[at]!) && (folded[at] !== ' ' || /[a-z0-9]/.test(folded[at - 1] ?? ''))) continue
    const next = folded[at + 1] === ' ' ? at + 2 : at + 1
    if (starts.at(-1) !== next) starts.push(next)
  }
  return starts
}
