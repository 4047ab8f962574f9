/** What those who keep the knowledge see on its screens, as it is promised in both languages. */
export const sourceWords = {
  zh: {
    lead: '知识从哪里来：上传的文件、文件夹、网站、其他系统。',
    add: '添加来源',
    kind: '种类',
    webhook: '其他系统推送',
    name: '名称',
    create: '添加',
  },
  en: {
    add: 'Add a source',
    name: 'Name',
    create: 'Add',
    chooseFiles: 'Choose files',
    documents: 'Documents',
    refused: 'Refused',
    rowByRow: 'Row by row',
    runs: 'Runs',
    oneRefused: '1 refused',
    more: 'More actions',
    remove: 'Remove the source',
    withArticles: /^Delete the articles too/,
    removed: 'The source is removed',
    trust: 'Goes live without a review',
    saidTrusted: /: goes live at once/,
    saidUntrusted: /: is reviewed first/,
  },
} as const

export const tryingWords = {
  question: '问题',
  ask: '提问',
  answered: '能回答',
  unknown: '不能回答',
  withheld: '这位客户看不到的相关文章',
  compare: '与另一种条件对比',
  other: '条件二',
  asWhom: '提问的人',
  customer: '登录客户',
  tier: '客户等级',
  differs: '两种条件下的回答不同',
  signs: '其他特征对排序的贡献',
  matching: '词语匹配',
} as const

export const dictionaryWords = {
  add: '添加词语',
  kind: '种类',
  synonyms: '同义词',
  text: '词语',
  others: '也指',
  save: '保存',
  sentence: '句子',
  import: '批量导入',
  lines: '要导入的内容',
  submit: '导入',
  counts: '新增 2 · 更新 0 · 未变 0',
  remove: '删除 霜花瓶',
  confirm: '删除',
  removed: '已删除',
} as const

export const relationsWords = {
  train: 'Learn now',
  heldOut: 'Held-out wordings',
  on: 'Switch on',
  off: 'Switch off',
  atWork: 'At work',
  rollBack: 'Back to the one before',
} as const

export const evaluationWords = {
  setName: '名称',
  addSet: '新建评测集',
  addQuestion: '添加问题',
  question: '问题',
  decline: '应当拒答',
  mustContain: '回答里要有',
  save: '保存',
  saved: '已保存',
  run: '现在评测',
  results: '结果',
  correct: '答对',
  missed: '该答未答',
  better: '变好 1',
  was: '之前：该答未答',
  trend: '历次评测',
  addThis: '加入评测集',
  removeSet: '删除评测集',
  setRemoved: '评测集已删除',
} as const

export const learningWords = {
  score: '得分',
  freshness: '时效',
  overdue: '该复查了',
  weighedDown: '搜索中已降权',
  person: '同事',
  wrote: '撰写',
} as const

export const choosingWords = {
  zh: {
    shipped: '出厂设置',
    noVersions: '还没有学到版本',
    tries: /试一试其他应对/,
    changed: '已更改',
    learnNow: '现在学习',
    nothingNew: /新结果还不够/,
  },
  en: {
    shipped: 'As shipped',
    noVersions: 'Nothing has been learnt yet',
    tries: /Try other ways/,
    changed: 'Changed',
    learnNow: 'Learn now',
    nothingNew: /Not enough new outcomes/,
  },
} as const
