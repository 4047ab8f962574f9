/** Words that say little about what a text is about. They are weighed down, never dropped: "to be or not to be" can be found. */
import { stemmer } from 'stemmer'

const split = (words: string) => words.trim().split(/\s+/)

const chinese = split(`
  的 地 得 了 着 过 吗 呢 啊 吧 呀 么 嘛 哦 哈 呗 啦 哎 嗯 额 我 你 您 他 她 它 们 我们 你们 咱们 他们 自己 这 那 哪 这个 那个 这些 那些 哪个 哪些 这边 那边 这里 那里 这样 那样 这么 那么
  这种 那种 什么 啥 怎么 怎样 怎么样 咋 咋样 如何 为什么 为啥 为何 谁 请 请问 问 问下 问一下 想问 想问问 请教 咨询 一下 一个 一种 一些 一点 一 个 款 件 次 种 点 些 是 不是 是不是 是否 有 没有 有没有
  没 在 正在 能 能不能 可以 可不可以 可 会 会不会 要 要不要 需要 想 想要 应该 得 和 与 及 或 或者 还是 并 而 但 但是 不过 就 都 也 还 再 又 才 只 很 太 挺 比较 特别 非常 最 更 把 被 给 对 对于 关于 从 到 向 往 由 以 为 为了
  因为 所以 如果 要是 的话 假如 虽然 然后 那么 就是 时候 的时候 之后 以后 之前 以前 现在 今天 昨天 刚才 刚刚 已经 一直 不 别 不要 用 使 让 让我 帮 帮忙 帮我 麻烦 谢谢 你好 您好 亲 亲亲 哈喽 在吗 哎呀 那啥 呃 上 下 里 中 内 外
  说 讲 看 看看 看到 知道 告诉 觉得 感觉 打算 准备 来 去 做 弄 搞 整 好 好的 行 行不行 吧 东西 事 事情 问题 情况 方面 其实 到底 究竟 真的 大概 左右 可能 一般 通常 直接 具体 吗 呢 家 贵 贵店 你家 咱家 店里 店铺 小店 即 于 之 其 该 此 各 每
  会不会 不会 可是 根本 怎样才能 怎么回事 问问 给我 给我发 没法 没办法 居然 竟然 怎么才能 才能 老是 总是 一天 昨天 明天 前天 上周 这周 上个月 早上 晚上 下午 上午 今早 中午 时 手上 手里 自家 你家的 大家 哪些 哪种 几种 多吗 贵不贵 好不好 行吗 内 内能 才行
  办 怎么办 咋办 咋整 怎么弄 咋弄 多 少 几 这款 那款 这件 那件 我想 我要 朋友 客服 另外 顺便 还有 比如 例如 等 等等 上面 下面 里面 完 成 起 出 开 后 前 时
`)
const english = split(`
  a an the this that these those i me my mine we us our ours you your yours he him his she her it its they them their who whom whose which what where when why how
  is am are was were be been being do does did doing done have has had having will would shall should can could may might must ought
  and or but nor so if then than because as while of at by for with about against between into through during before after above below to from up down in out on off over under again
  further once here there all any both each few more most other some such no not only own same too very just now also ever even still already yet
  hi hello hey please thanks thank ok okay yes yeah anyone someone something anything somebody want wanna need like know tell wonder wondering question ask help get got getting go going gonna make let
  im ive id ill youre dont doesnt didnt cant couldnt wont isnt arent wasnt whats wheres hows theres thats u ur pls plz lol btw
  didn couldn wasn aren t s m re ve ll d w today tomorrow yesterday tonight morning afternoon evening week last next ago soon later already thing everything nothing put came come comes happen happens happened back else instead
  possible able way thing things stuff bit lot really actually maybe guy guys sir madam try see say said one ones much many
`)
/** Words that say what kind of answer is looked for rather than what it is about. */
const half = split(`
  多少 多久 多长 多大 几天 几时 什么时候 啥时候 时间 哪里 哪儿 哪 怎么样 方式 办法 流程 步骤 要求 条件 规定 商品 产品 订单 买 购买 下单 收到 支持 提供 申请 选择 进行 使用 查 查询 找 元 块 号 日 天 月 年
  long time day days where many often item items product products order orders buy buying bought purchase work works use using used take takes place shop store
`)

const fillers = new Set([...chinese, ...english, ...english.map(stemmer)])
const weak = new Set([...half, ...half.map(stemmer)])

const weights = new Map([
  ...[...weak].map((word) => [word, 0.5] as const),
  ...[...fillers].map((word) => [word, 0.1] as const),
])

/** What a word counts, 0–1. */
export const weightOf = (word: string) => weights.get(word) ?? 1
export const isFiller = (word: string) => fillers.has(word)
