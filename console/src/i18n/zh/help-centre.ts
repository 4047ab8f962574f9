export const helpCentre = {
  heading: '帮助中心',
  enabled: '对外开放帮助中心',
  titleZh: '中文标题',
  titleEn: '英文标题',
  domain: '自有域名',
  domainHint: '先把域名指向本服务器；留空则只在 /help 下开放。',
  accent: '主色',
  accentHint: '太浅或太深时会自动调整，保证文字看得清。',
  open: '打开（{{language}}）',
}
