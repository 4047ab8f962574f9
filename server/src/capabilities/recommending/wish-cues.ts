/** How people say that they look for something, and what they say around it that is no condition. */
import type { Language } from '@lingxi/contract/message'

export type WishCues = {
  /** Said before the thing, or after it. */
  wishes: RegExp
  wishesAfter: RegExp
  /** Another question than which one to take. */
  asksElse: RegExp
  cheapest: RegExp
  dearest: RegExp
  cheaper: RegExp
  dearer: RegExp
  more: RegExp
  anyPrice: RegExp
  /** Has no preference in what was asked back. */
  whatever: RegExp
  /** What is not needed any more; the group `what` names it. */
  notNeeded: RegExp
  without: RegExp
  suits: RegExp
  /** Parts conditions from each other. */
  between: RegExp
  /** Says nothing of a thing, at the edges of a condition. */
  noise: RegExp
  /** Who it is for tells nothing that a catalogue states: as a phrase, among others that say nothing, and alone. */
  aside: RegExp
  persons: RegExp
}

const edges = (words: string) => new RegExp(`^(?:${words})|(?:${words})$`, 'iu')

export const wishCues: Record<Language, WishCues> = {
  zh: {
    wishes:
      /有没有|有无|有什么|有哪些|有啥|推荐|想买|想要|想找|想选|想入手|想挑|要买|我要|需要|求|来一|来个|给我|帮我|帮忙|找一|找个|找款|买一|买个|买点|买什么|买哪|选一|选哪|挑一|适合|卖不卖|哪款|哪些|哪种|什么(?=样的|\p{Script=Han}{0,6}(?:好|适合))|送(?:给|礼|朋友|妈|爸|女|男|老|闺|同事|长辈)/u,
    wishesAfter: /推荐|哪款|哪个好|哪种|哪些|有没有|有什么|有哪些|买什么|买哪|选哪|求|怎么选|怎么挑|有吗|有么/u,
    asksElse:
      /怎么(?!选|挑)|如何|咋|为什么|为何|为啥|多少(?!钱(?:以|之)?[内下])|多久|多长|多大|多重|多高|几天|几点|几次|几年|几个小时|什么时候|何时|哪里|哪儿|在哪|能不能|能否|可不可以|可以\S{0,12}吗|会不会|是不是|是否|区别|不同|一样吗|买了|收到|寄|订单|下单|发货|快递|运费|包邮|退货|退款|换货|保修|发票|优惠券|会员|积分|坏了|门店/u,
    cheapest: /最便宜|最实惠|价格最低|最低价/u,
    dearest: /最贵|最高档|最高端|价格最高/u,
    cheaper: /便宜|实惠|(?:价格|价位|价钱|预算)?(?:再)?低(?:一?点|一?些)|没那么贵|太贵|性价比/u,
    dearer: /(?<!太|么)贵(?:一?点|一?些)|更贵|高端|高档|(?:价格|预算)(?:再)?高(?:一?点|一?些)/u,
    more: /还有(?:别的|其他|其它|什么|哪些|没有|吗|更多)|别的(?:款|呢|吗|选择)|其他的?(?:款|呢|吗|选择)|换一?(?:批|款|个)(?:$|[，,。吧看])|下一批|再(?:看|推荐|来)(?:看|几|一|些)|更多/u,
    anyPrice:
      /(?:价格|价钱|价位|预算|多少钱)(?:不限|无所谓|都行|都可以|没关系|随意|不重要)|不(?:限|看|在乎|考虑|管)(?:价格|预算|价钱)|贵点也行|贵一点也(?:行|可以)/u,
    whatever: /^(?:随便|都行|都可以|无所谓|没什么要求|没要求|没有要求|不限|你定)/u,
    notNeeded:
      /不(?:要求|用|需要|必|一定要)\s*[「“"]?(?<what>[^」”"，,。!！?？]{1,12})[」”"]?|[「“"]?(?<thing>[^」”"，,。!！?？]{1,12}?)[」”"]?(?:不限|无所谓|都行|都可以|不重要)/u,
    without:
      /(?:不要(?!求)|不含|不想要|别要|不能有|不能含|不带|去掉|除了)(?:含有?|有|带|是)?\s*(?<what>[^，,。；;、的和!！?？\s]{1,8})(?:的)?/gu,
    suits: /^(?:比较)?(?:适合|适用于?|给)|(?:可以用|能用|可用|专用|适用|用)$/u,
    between: /[，,。；;、！!？?\s]|的|和|又|而且|并且|同时|还要|或者|以及|且|带(?=\p{Script=Han}{2})/u,
    noise: edges(
      '有没有|有什么|有哪些|有啥|推荐|一下|支持|带有|想买|想要|想找|想选|想入手|要买|我要|需要|请问|请|麻烦|求|来|给我|帮我|帮忙|帮|找|买|选|挑|哪款|哪个好|哪个|哪种|哪些|什么样|什么|我想|我|你们|你|您|店里|这边|这里|家|有|没有|卖|想|要|会|能|一款|一个|一盒|一罐|一瓶|一包|一双|一件|一台|一条|一只|一支|一套|一顶|一把|一些|几款|款|个|比较|稍微|稍|点|些|一点|好|好用|好看|不错|合适|那种|那|这种|换成|换个|换|改成|吗|呢|吧|啊|么|嘛|呀|咯|了|是|最好|必须|一定要|大概|大约|左右|上下|以内|以下|以上|之内|之间|不超过|不低于|低于|高于|超过|最多|至少|价格|价位|价钱|预算|元|块钱|块|钱|在|到|可以|可|都|也|还|就|送礼|礼物|送人|送|用来|平时|日常|产品|商品|类|东西|谢谢|你好|您好|看看|看|最便宜|最实惠|最贵|便宜|实惠|贵|更',
    ),
    aside:
      /(?:送给?|给|为|帮)(?:我|我的)?(?:妈妈?|爸爸?|父母|爸妈|女朋友|男朋友|女友|男友|老公|老婆|朋友|闺蜜|同事|长辈|老人|自己|家人|领导|老板|客户|别人|孩子他?[爸妈]|对象)/gu,
    persons:
      /^(?:妈妈?|爸爸?|父母|爸妈|女朋友|男朋友|女友|男友|老公|老婆|朋友|闺蜜|同事|长辈|老人|自己|家人|领导|老板|客户|别人|礼|生日|节日|当)$/u,
  },
  en: {
    wishes:
      /\b(?:do you (?:have|sell|stock|carry)|have you got|got any|any|looking for|look for|recommend|suggest|i need|i want|i'd like|i would like|want to buy|buy|show me|find me|need an?|shopping for|searching for|which|what (?!is|are|does|do|was|time|kind of warranty)|is there an?|are there(?: any)?)\b/i,
    wishesAfter:
      /\b(?:do you (?:have|sell|recommend|suggest)|would you (?:recommend|suggest)|should i (?:buy|get|choose)|is best|are best|recommendations?|please)\b/i,
    asksElse:
      /\b(?:how|why|when|where|who|whose|can i|could i|may i|does|did|will|was|were|my order|order|deliver\w*|ship\w*|refund\w*|return\w*|warrant\w*|invoice\w*|coupon\w*|membership|points|broken|difference|wash|clean|store|charge the|last)\b|\bdo (?!you (?:have|sell|stock|carry|recommend|suggest))|^(?:is|are) (?!there)/i,
    cheapest: /\b(?:cheapest|least expensive|most affordable|lowest price)\b/i,
    dearest: /\b(?:most expensive|priciest|dearest)\b/i,
    cheaper:
      /\b(?:cheaper|less expensive|more affordable|lower price|cheap(?! enough)|too (?:expensive|dear|pricey)|affordable)\b/i,
    dearer: /\b(?:more expensive|pricier|dearer|higher[- ]end|more premium|fancier)\b/i,
    more: /\b(?:any ?thing else|what else|something else|show me (?:more|others)|(?:any|see|more) (?:others|options|more)|other (?:ones|options)|next ones|the others?)\b/i,
    anyPrice:
      /\b(?:any price|price (?:does not|doesn'?t|is not|isn'?t) (?:matter|important)|no (?:price )?(?:limit|budget)|money is no object)\b/i,
    whatever: /^(?:any|anything|whatever|no preference|does(?:n'?t| not) matter|up to you)\b/i,
    notNeeded:
      /[“"]?(?<what>[\w -]{2,40}?)[”"]? (?:is not (?:needed|necessary|important)|isn'?t (?:needed|necessary)|not needed|does not matter|doesn'?t matter)|(?:does not|doesn'?t|need not|needn'?t) (?:need to |have to )?be (?<thing>[\w -]{2,40})/i,
    without:
      /\b(?:without|no|not|free (?:of|from)|except|excluding|don'?t want|minus)\s+(?:any\s+|contain(?:ing)?\s+)?(?<what>[a-z][\w'’-]*(?:\s[a-z][\w'’-]*)?)(?=\s*$|\s*[,.;!?，。]|\s(?:and|or|under|below|for|with|in|please)\b)/gi,
    suits: /^(?:for|suitable for|good for|suits?|that suits?|ideal for)\b/i,
    between:
      /[,.;!?，。；！？]|\b(?:and|with|that (?:is|are|has|have|can be)|that|which (?:is|are|has|have)|in|made (?:of|from)|or|but|(?=(?:suitable |good |ideal )?for\b))\b/i,
    noise: edges(
      "(?:\\b(?:do|you|have|got|sell|stock|carry|any|some|looking|look|for|recommend|suggest|i|need|want|i'd|would|like|to|buy|get|show|me|find|which|what|is|are|there|a|an|the|please|can|could|we|my|it|one|ones|something|anything|things?|kind|kinds|sort|of|nice|good|best|great|how|about|what's|instead|then|ok|okay|and|but|hi|hello|your|by|under|below|over|above|around|about|between|at|least|most|up|than|less|more|no|budget|price|priced|cost|costs|costing|dollars?|yuan|size|in|with|also|really|very|pair|maybe|only|cheapest|cheaper|cheap|affordable|gift|present|shopping|searching|should|just|thanks|those|these|that|this|be|has|give)\\b|[\\s'’“”\"-])",
    ),
    aside:
      /\b(?:looking|look|searching|search|shopping|asking) for\b|\bfor (?:my |a |an )?(?:mother|mum|mom|father|dad|wife|husband|girlfriend|boyfriend|friend|boss|parents|colleague|teacher|someone|myself|me|him|her|them)\b(?:'s birthday)?/gi,
    persons:
      /^(?:(?:my |a )?(?:mother|mum|mom|father|dad|wife|husband|girlfriend|boyfriend|friend|boss|parents|colleague|teacher|someone|people|persons?|myself|me|him|her|them|birthday|christmas))$/i,
  },
}
