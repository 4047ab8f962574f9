/** What only staff may know, and the questions by which somebody else would come to it. */

/** Stands nowhere but in what is for staff; in Latin letters, for what is proposed to who mistypes. */
export const marker = /quuxzanzibar|蓝鲸七号|九千零一元/i
export const staffOnly = { kind: 'staff' as const, groups: [] }
export const plain = { language: 'zh' as const, status: 'published' as const }
export const secrets = [
  {
    ...plain,
    title: '雪貂手套的特批口令是什么？',
    body: '雪貂手套的特批口令是蓝鲸七号，也叫 quuxzanzibar。',
    alternatives: ['quuxzanzibar 是什么？'],
  },
  {
    ...plain,
    title: '雪貂手套',
    body: '- 货号：XD-1\n- 价格：九千零一元\n- 代号：quuxzanzibar\n- 适合：油皮',
    category: '手套',
  },
  {
    ...plain,
    title: '怎么特批退货？',
    body: 'x',
    kind: 'process' as const,
    guide: {
      kind: 'process' as const,
      steps: [
        { title: '报口令', text: '报蓝鲸七号。' },
        { title: '退货', text: '收货。' },
      ],
    },
  },
]
export const questions = [
  '雪貂手套的特批口令是什么？',
  '雪貂手套多少钱？',
  '雪貂手套的代号',
  '怎么特批退货？',
  'quuxzanzibr 是什么？',
  '推荐适合油皮的雪貂手套，一万元以内',
  '攀岩馆的后门密码是多少？',
]
