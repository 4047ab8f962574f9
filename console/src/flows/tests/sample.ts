type Sample = { name: string; user: string; said: string; language: 'zh' | 'en'; flow: string | undefined }

/** What a new test begins with: a whole one that can be read and run, to be changed. */
export const sampleOf = ({ name, user, said, language, flow }: Sample): string =>
  [
    `name: ${name}`,
    'about: happy-path',
    `language: ${language}`,
    'turns:',
    `  - user: ${user}`,
    '    expect:',
    ...(flow === undefined ? [] : [`      started: ${flow}`]),
    `      said: [${said}]`,
    '',
  ].join('\n')
