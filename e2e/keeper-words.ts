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
  },
} as const
