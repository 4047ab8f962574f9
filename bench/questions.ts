/** What visitors say: wordings of our own about the demo shop's matters, and the titles of its questions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '@lingxi/contract/message'

const questionsFolder = join(import.meta.dirname, '../demo/questions')

const ownWordings: Record<Language, string[]> = {
  zh: [
    '你好',
    '我上周买的外套想退，怎么弄',
    '退货的钱几天能回到卡里',
    '邮费多少，买多少可以免邮',
    '东西寄到拉萨要加钱吗',
    '快递三天没动静了正常吗',
    '拍错颜色了还能换吗',
    '发票抬头写公司名怎么填',
    '能不能开专票',
    '优惠券为啥用不了',
    '学生证可以打折吗',
    '积分快过期了怎么用掉',
    '礼品卡余额在哪查',
    '验证码一直收不到',
    '想把账号注销掉',
    '你们门店周末开门吗',
    '预售的大概什么时候寄出',
    '羊毛衫缩水了要怎么洗才对',
    '新买的铸铁锅要先开锅吗',
    '充电宝坐飞机能带吗',
    '耳机左边没声音了',
    '保修是几年',
    '孕妇可以用这款精华吗',
    '绿茶用多少度的水泡',
    '冲锋衣要买大一号吗',
    '寄到新加坡运费怎么算',
    '海外买的东西要交税吗',
    '花呗可以分几期',
    '刚下单就降价了能补差价吗',
    '谢谢',
  ],
  en: [
    'hi there',
    'i bought a jacket last week and want to send it back',
    'how many days until the money is back on my card',
    'what do you charge for postage and when is it free',
    'is there a surcharge for delivery to Tibet',
    'the tracking page has shown nothing new for three days',
    'i picked the wrong colour, can it still be changed',
    'what goes on an invoice for my company',
    'do you issue special VAT invoices',
    'my voucher is not accepted at checkout',
    'any discount with a student card?',
    'my points run out soon, what can i do with them',
    'where can i check what is left on my gift card',
    'i never get the code by text',
    'please tell me how to close my account',
    'is your shop open on Saturdays',
    'when are pre-order items sent out',
    'my wool jumper shrank, how should it be washed',
    'does a new cast iron pan need seasoning first',
    'may i carry the power bank in the cabin',
    'there is no sound from the left earbud',
    'how many years of warranty do i get',
    'can i use the serum while pregnant',
    'what water temperature for green tea',
    'should i buy the shell jacket one size up',
    'what does shipping to Singapore cost',
    'will i pay import duties in Germany',
    'in how many instalments can i pay with Huabei',
    'the price fell right after i ordered, do i get the difference',
    'thanks a lot',
  ],
}

export const readQuestions = (language: Language): string[] => [...ownWordings[language], ...readTitles(language)]

/** The first column of each record. Records span lines, so quotes are followed to know where one begins. */
function readTitles(language: Language): string[] {
  const text = readFileSync(join(questionsFolder, `questions.${language}.csv`), 'utf8')
  const records: string[] = []
  let isQuoted = false
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    const isEnd = at === text.length || (text[at] === '\n' && !isQuoted)
    if (!isEnd) continue
    records.push(text.slice(from, at))
    from = at + 1
  }
  return records
    .slice(1)
    .map((record) => /^"((?:[^"]|"")*)"|^[^,]*/.exec(record))
    .map((found) => (found?.[1] ?? found?.[0] ?? '').replaceAll('""', '"').trim())
    .filter((title) => title !== '')
}
