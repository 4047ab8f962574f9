/** What is counted: each unit with its dimension and how many of the dimension's own unit it is. */
export type Unit = { dimension: string; factor: number; pattern: string }

/** The longer before the shorter: the first that fits is taken. Durations in hours, masses in grams, and so on. */
export const units: Unit[] = [
  { dimension: 'working-days', factor: 1, pattern: '个?工作日|(?:working|business|work) days?' },
  { dimension: 'duration', factor: 1 / 3600, pattern: '秒钟?|seconds?|secs?' },
  { dimension: 'duration', factor: 1 / 60, pattern: '分钟|minutes?|mins?' },
  { dimension: 'duration', factor: 1, pattern: '个?小时|个?钟头|hours?|hrs?|h(?![\\w-])' },
  { dimension: 'duration', factor: 24, pattern: '个?自然日|天|日(?!元|本)|(?:calendar )?days?' },
  { dimension: 'duration', factor: 168, pattern: '个?星期|周(?!年|岁|边|末)|weeks?' },
  { dimension: 'duration', factor: 720, pattern: '个月|months?' },
  { dimension: 'duration', factor: 8760, pattern: '周年|年(?!级|纪|前|底|初)|years?' },
  { dimension: 'money $', factor: 1, pattern: '美元|美金|(?:us )?dollars?|usd' },
  { dimension: 'money HK$', factor: 1, pattern: '港币|港元|hkd' },
  { dimension: 'money €', factor: 1, pattern: '欧元|euros?|eur' },
  { dimension: 'money ¥', factor: 10_000, pattern: '万元|万块' },
  { dimension: 'money ¥', factor: 1, pattern: '元|块钱?|圆|人民币|yuan|rmb|cny' },
  { dimension: 'percent', factor: 1, pattern: '%|percent|per cent|个百分点' },
  { dimension: 'discount', factor: 10, pattern: '折(?!叠|痕|回|射|断|起|放|边|合)' },
  { dimension: 'mass', factor: 1000, pattern: '公斤|千克|kilograms?|kgs?' },
  { dimension: 'mass', factor: 500, pattern: '斤' },
  { dimension: 'mass', factor: 1, pattern: '克(?!拉|重|服|制)|grams?|g(?![\\w-])' },
  { dimension: 'volume', factor: 1, pattern: '毫升|millilitres?|milliliters?|ml' },
  { dimension: 'volume', factor: 1000, pattern: '升(?!级|为|到|至|温)|litres?|liters?|l(?![\\w-])' },
  { dimension: 'length', factor: 1, pattern: '毫米|mm' },
  { dimension: 'length', factor: 10, pattern: '厘米|公分|cm' },
  { dimension: 'length', factor: 1_000_000, pattern: '公里|千米|kilometres?|kilometers?|km' },
  { dimension: 'length', factor: 1000, pattern: '米(?!白|糠|色|饭|其)|metres?|meters?|m(?![\\w-])' },
  { dimension: 'temperature', factor: 1, pattern: '℃|°\\s?C|摄氏度|度(?!数|过|假)' },
  { dimension: 'points', factor: 1, pattern: '个?积分|points?' },
  { dimension: 'times', factor: 1, pattern: '次|遍|趟|times' },
  {
    dimension: 'pieces',
    factor: 1,
    pattern:
      '件|个(?!月|人信|人资)|只|张|双|套|份|笔|单(?!号|独|位|次|击|价|程|层|人)|台|items?|pieces?|orders?|photos?|pictures?|cards?',
  },
  { dimension: 'people', factor: 1, pattern: '人(?!民|工|员|脸)|位(?!于|置)|people|persons?' },
  { dimension: 'power', factor: 1, pattern: 'w(?![\\w-])|瓦|watts?' },
  { dimension: 'charge', factor: 1, pattern: 'mah|毫安时?' },
  { dimension: 'bytes', factor: 1, pattern: 'mb|兆' },
  { dimension: 'bytes', factor: 1024, pattern: 'gb' },
]

export const currencies: Record<string, string> = {
  '¥': 'money ¥',
  '￥': 'money ¥',
  $: 'money $',
  '€': 'money €',
  '£': 'money £',
}
