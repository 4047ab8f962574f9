/**
 * What is often asked of things and people, under one key: what tables and sentences call it in both languages, and the
 * words it is asked with. Before anything was learnt these are the only words that ask for more than a relation's own name.
 */
import type { AlignmentCounts } from './alignment.ts'
import { keyOf, relationWords, stemOf, unitsOf } from './units.ts'

type Known = { names: string; asked: string }
const known: Record<string, Known> = {
  price: {
    names: '价格 售价 价钱 单价 现价 到手价 | price | unit price',
    asked: '多少钱 怎么卖 贵 便宜 几块 how much cost costs',
  },
  material: {
    names: '材质 面料 材料 质地 成分 | material | materials | fabric | ingredients',
    asked: '什么做的 料子 用料 made of out fabric contain',
  },
  filling: { names: '填充物 填充 充绒 | filling | fill', asked: '填的 里面是什么 绒 stuffed filled inside down' },
  colour: { names: '颜色 色号 配色 | colour | color | colours | colors', asked: '什么颜色 哪些颜色 色 shade shades' },
  size: {
    names: '尺寸 尺码 规格 规格尺码 大小 码数 | size | sizes | dimensions',
    asked: '多大 几码 大 码 big large dimension measure',
  },
  weight: { names: '重量 净重 克重 毛重 | weight | net weight', asked: '多重 重 几斤 几克 heavy weigh' },
  capacity: { names: '容量 净含量 | capacity | volume', asked: '多少毫升 能装 装 hold fit litres' },
  battery: {
    names: '电池容量 续航 续航时间 电池续航 | battery | battery life',
    asked: '能用多久 充一次 用多久 last charge hours',
  },
  warranty: {
    names: '保修期 质保期 保修 质保 | warranty | guarantee',
    asked: '保多久 保几年 坏了 covered repair guaranteed',
  },
  'shelf life': { names: '保质期 有效期 | shelf life | expiry', asked: '放多久 过期 能放 keep expire' },
  brand: { names: '品牌 牌子 | brand', asked: '什么牌子 哪个牌子 哪家 make label' },
  maker: {
    names: '厂家 生产商 制造商 生产厂家 厂商 出品公司 | manufacturer | maker | producer',
    asked: '谁生产 谁做的 哪家公司 made produced makes by who',
  },
  origin: {
    names: '产地 原产地 生产地 | origin | place of origin | made in',
    asked: '哪里产 哪儿生产 从哪来 where from come country',
  },
  category: { names: '分类 类别 类目 品类 类型 | category | type | kind', asked: '属于 哪类 什么类 sort' },
  'suitable for': {
    names: '适用 适合 适用于 适用肤质 适用人群 适用场景 | suitable for | suited to | skin type',
    asked: '谁能用 什么人 肤质 皮 for whom skin',
  },
  compatible: {
    names: '兼容 适配 适用机型 配套 | compatible with | works with | fits',
    asked: '能配 支持 接 connect support pair',
  },
  part: {
    names: '配件 包含 包装清单 组成 附件 | includes | contains | accessories | parts',
    asked: '有什么 带什么 里面有 送 come with comes box',
  },
  replacement: {
    names: '替换装 替换芯 耗材 滤芯 | replacement | refill | filter',
    asked: '换什么 用哪个芯 replace spare',
  },
  usage: {
    names: '用法 使用方法 用途 功效 功能 作用 | usage | use | function | purpose',
    asked: '怎么用 干什么 有什么用 用来 used work do',
  },
  care: { names: '洗涤 清洗 保养 洗护 洗涤方式 | care | washing', asked: '怎么洗 能洗 机洗 wash clean washed' },
  sku: {
    names: '货号 编号 型号 款号 | sku | model | item number | article number',
    asked: '哪个型号 什么型号 code number',
  },
  stock: { names: '库存 现货 | stock | availability', asked: '有货 还有吗 available left' },
  owner: { names: '负责人 负责部门 主管 | owner | responsible', asked: '谁负责 找谁 哪个部门 who handles charge' },
  contact: {
    names: '电话 联系方式 客服电话 邮箱 地址 热线 | phone | contact | email | hotline | address',
    asked: '怎么联系 打什么 找 call reach write',
  },
  duration: {
    names: '时效 期限 时长 时限 周期 | duration | period | time limit | delivery time',
    asked: '多久 几天 多长时间 什么时候 how long days when soon',
  },
  fee: {
    names: '费用 运费 手续费 邮费 | fee | shipping fee | charge',
    asked: '多少钱 收费 要钱 免费 how much cost free',
  },
  date: {
    names: '日期 时间 上市时间 成立时间 | date | time | release date | founded',
    asked: '什么时候 哪年 几号 when year',
  },
  condition: {
    names: '条件 要求 门槛 | condition | conditions | requirement',
    asked: '怎样才能 需要什么 满足 need required qualify',
  },
  benefit: { names: '权益 优惠 折扣 福利 | benefit | benefits | discount', asked: '有什么好处 打几折 get off perks' },
  is: { names: '是 定义 简介 含义 即 | is | definition | meaning', asked: '是什么 什么是 什么意思 what mean means' },
  series: { names: '系列 所属系列 | series | line | collection', asked: '哪个系列 belongs' },
  designer: { names: '设计师 作者 | designer | author', asked: '谁设计 谁写 designed wrote who' },
  parents: {
    names: '父母 父亲 母亲 | parents | parent | father | mother',
    asked: '爸 妈 dad mom mum son daughter of born',
  },
  children: { names: '子女 儿子 女儿 孩子 | children | child', asked: '儿 女 kid kids son daughter offspring heir' },
  spouse: { names: '配偶 丈夫 妻子 | spouse | husband | wife', asked: '老公 老婆 爱人 married couple partner' },
  gender: { names: '性别 | gender', asked: '男 女 sex' },
  profession: { names: '职业 工作 | profession | job | occupation', asked: '做什么 干什么 working work do living' },
  nationality: { names: '国籍 国家 | nationality | country', asked: '哪国 哪个国家 from come' },
  'place of birth': { names: '出生地 籍贯 | place of birth | birthplace', asked: '哪里人 生在 where born' },
  location: { names: '位置 所在地 地点 | location | place | address', asked: '在哪 哪里 where located' },
  religion: { names: '宗教 信仰 | religion', asked: '信什么 faith believe' },
  'cause of death': { names: '死因 | cause of death', asked: '怎么死 how die died why' },
}

const split = (names: string) =>
  names.split('|').flatMap((part, place) => (place === 0 ? part.trim().split(/\s+/) : [part.trim()]))

const keys = new Map<string, string>()
for (const [key, { names }] of Object.entries(known))
  for (const name of split(names)) if (!keys.has(keyOf(name))) keys.set(keyOf(name), key)

/** One key for the names of one relation in both languages; a relation nobody foresaw is known by its own name. */
export function relationKeyOf(relation: string): string {
  const key = keyOf(relation)
  return keys.get(key) ?? keys.get(key.replace(/s$/, '')) ?? key
}

/** The names of a known relation, in both languages. */
export const namesOfRelation = (key: string): string[] => (known[key] ? split(known[key].names) : [])

/** What questions ask with before any was learnt from. */
export function firstCounts(): AlignmentCounts {
  const counts: AlignmentCounts = { relations: new Map(), names: new Map(), filler: new Map() }
  for (const word of everyday)
    for (const { text } of unitsOf(word)) counts.filler.set(stemOf(text), (counts.filler.get(stemOf(text)) ?? 0) + 12)
  for (const [key, { names, asked }] of Object.entries(known)) {
    const words = new Map<string, number>()
    for (const name of [key, ...split(names)]) for (const { text } of unitsOf(name)) words.set(stemOf(text), 2)
    for (const { text } of unitsOf(asked)) words.set(stemOf(text), (words.get(stemOf(text)) ?? 0) + 1)
    for (const name of [key, ...split(names)])
      if (relationKeyOf(name) === key) counts.relations.set(relationWords(name).own.join(' '), words)
  }
  return counts
}

const everyday = (
  '的 是 什么 吗 呢 了 我 你 请 问 知道 想 有 没有 在 哪 个 这 那 和 跟 与 能 可以 要 会 一下 告诉 怎么 多少 谁 呀 啊 吧 您 好 它 ' +
  'the a an of is are was what which who whom does do did can could you me my i it its for to in on and or s please tell know want have has there this that how much many any get'
).split(' ')
