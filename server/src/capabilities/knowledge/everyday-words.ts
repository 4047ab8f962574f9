/**
 * What customers say beside what a shop writes: the words of one line mean the same when something is asked.
 * Small and honest; learning such relations from conversations is later work.
 */
const chinese = `
  运费 邮费 快递费 配送费 邮寄费 | 包邮 免运费 免邮 | 多少钱 价格 价钱 售价 几块钱 啥价 怎么卖 什么价 | 退款 退钱 返钱 还钱 | 退货 退掉 退回 退换 | 换货 调换 退换 更换 | 到账 到帐 收到钱
  发货 发出 寄出 出库 | 物流 快递 轨迹 | 快递 包裹 | 多久 多长时间 几天 什么时候 啥时候 时间 期限 | 人工客服 人工 真人 | 电话 热线 | 营业时间 几点开门 几点关门 上班时间 工作时间 开门
  降价 便宜了 跌价 价保 差价 保价 | 优惠券 优惠卷 券 代金券 红包 | 积分 点数 | 会员 等级 vip | 发票 开票 发漂 | 抬头 开票信息 | 取消 撤销 不想要 | 修改 更改 改 换 | 地址 收货地址
  坏 坏了 破损 摔坏 碎 烂 裂 质量问题 瑕疵 故障 | 丢 丢失 丢件 不见 | 少发 漏发 少件 少了 缺 | 发错 错发 寄错 | 签收 收货 | 催 催促 | 保修 质保 维修 修理 修 | 尺码 尺寸 大小 码数 码 规格 | 颜色 色 配色 花色
  海外 国外 境外 国际 外国 | 香港 澳门 台湾 港澳台 | 关税 税费 清关 | 支付 付款 付钱 给钱 | 分期 花呗 | 注销 删除账号 销户 | 密码 登录密码 | 手机号 号码 | 验证码 短信码 | 隐私 个人信息 信息安全 数据
  退 退货 退款 退回 | 寄 发货 寄送 配送 邮寄 | 寄回 寄回来 退回来 退回去 退货 | 不喜欢 不满意 不想要 无理由 不合适 | 付不了 付不了款 付款失败 支付失败 付不上 | 几点 上班 下班 关门 营业 | 定单 订单 | 写错 填错 弄错 输错 错了 | 没收到 没拿到 未收到 | 不动 没动 没更新 卡住 不走 停
  变成 升级 成为 升到 | 衣服 衣物 服装 上衣 | 抵 抵扣 当 兑 | 国外 美国 英国 日本 韩国 加拿大 德国 法国 海外 境外 | 偏远 新疆 西藏 内蒙古 | 合适 合身 | 操作 步骤 流程 怎么申请 | 承担 谁出 我出 你们出 出钱 | 加多少 附加费 加价 | 两次 重复 二次 | 一起用 叠加 同时用
  绑定 换绑 改绑 | 账号 账户 帐号 帐户 | 登录 登陆 登不上 | 送货上门 送上门 送到家 | 自提 门店 | 补差价 差价 | 红疹 过敏 发红 刺痛 | 上市 发售 | 羊毛 羊毛衫 毛衣 羊绒 羊绒衫 | 开锅 养锅 | 拒收 拒签 不签收 | 拆开 分开 拆分 分成 | 合并 一起发 一起寄
  水垢 除垢 白垢 | 重置 恢复出厂 | 报修 送修 维修 | 临期 保质期 生产日期 批号 | 大客户 企业 采购 批发 | 软件 手机软件 app 应用 | 诈骗 骗子 被骗 冒充 骗局 | 现金 换成钱 提现 变现 | 降级 掉级 掉到 | 税号 抬头 报销 | 盒子 包装盒 外盒 鞋盒 包装 | 开线 破洞 脱线 质量问题 | 取件 上门取件 上门收 | 解绑 删除 移除 去掉
  两遍 两次 重复 多扣 | 注册 账号 账户 登录 | 无法下单 下不了单 提交不了 买不了 不让买 灰色 | 自动关闭 超时 关掉 关闭 | 加购 追加 再添 加一件 再买一件 | 拍错 买错 下错单 点错 | 海关 扣关 清关 | 进口税 关税 税费 | 节假日 放假 假期 国庆 春节 过年 周末 周日 周六 | 发错 错的 别人的 不对 | 单号 快递单号 运单号 物流 | 破损 压坏 压扁 漏了 渗漏 | 电话 打电话 来电
  怪味 异味 臭味 味道 | 声音 没声 没声音 不响 | 连接 配对 连上 蓝牙 | 发霉 开裂 保养 | 证书 质检 检测 正品 | 好处 权益 福利 特权 优惠 | 折扣 优惠 打折 便宜点 | 修补 缝补 补 | 收货人 姓名 电话 | 头像 昵称 资料 | 短信 营销短信 推送 广告 | 停用 注销 不用了 作废 | 撤回 撤销 撤 反悔 | 驳回 拒绝 不通过 没通过 | 余额 剩多少 还剩
  充电宝 移动电源 | 耳机 耳塞 | 杯子 保温杯 | 锅 平底锅 铸铁锅 | 电饭煲 电饭锅 | 水壶 电水壶 烧水壶 热水壶 | 枕头 护颈枕 | 毛衣 针织衫 | 冲锋衣 外壳 | 背包 双肩包 书包 | 床单 四件套 床品 | 洗面奶 洁面 洁面乳 | 防晒 防晒霜 防晒乳
  洗 清洗 洗涤 机洗 手洗 | 缩水 变小 | 掉色 褪色 浮色 | 起球 起毛 | 异味 味道 | 材质 面料 成分 料子 | 重 重量 克重 多重 | 容量 毫升 | 续航 能用多久 电池 | 保质期 过期 有效期 | 门店 实体店 线下店 | 礼品 礼物 送礼 送人
  刻字 刻名 定制 | 企业 公司 团购 批量 大量采购 | 预售 预购 | 缺货 没货 补货 断货 有货 | 学生 | 生日 | 礼品卡 购物卡 储值卡 | 评价 评论 好评 | 推荐 | 顺丰 sf | 真假 正品 假货 | 敏感 敏感肌 过敏 | 怀孕 孕妇 哺乳`
const english = `
  shipping delivery postage freight | ship deliver send | courier carrier | how_much how_expensive cost price charge fee expensive | how_long how_quickly how_fast how_soon how_many_days what_time when days time | return send_back bring_back | refund money_back reimburse | exchange swap replace
  broken damaged faulty defective cracked smashed | fault defect problem | repair fix mend | warranty guarantee | missing lost | wrong incorrect mistake | cancel call_off | change edit modify amend update
  address location | coupon voucher promo code discount | price_protection price_drop cheaper price_match | points rewards | member membership level tier vip | invoice receipt bill | pay payment checkout | instalment installment huabei
  abroad overseas international foreign | customs duty duties tax import | person human staff someone | phone hotline call telephone | hours open opening | size fit sizing measurement | colour color shade | parcel package box
  account profile | password login | delete close remove | privacy data personal | track tracking whereabouts | arrive arrival come | gift present | engrave engraving personalise personalised | company corporate business bulk wholesale
  send_back return ship_back give_back post_back | charge bill debit | twice two_times double two | combine stack at_once together | put_in enter type | steps process procedure how_to_return | close closing hours open until | customer_service support person staff team | everything all | decline reject fail failed refuse
  stuck moved stopped frozen | not_here received arrived | window period policy days | shoe shoes trainers footwear boots | small narrow tight large wide big | rust rusting rusty | sound audio silent | hack hacked someone_else stolen | stop unsubscribe opt_out | heavy weighs weight grams | free_shipping free_delivery
  brew brewing steep infuse | earbud earphone headphone | branch physical_shop store | sms text message | redeem use spend | downgrade lose drop | fapiao invoice | withdraw cancel undo | appeal rejected denied refused | packaging box | duplicate twice double | guest without_an_account register sign_up account | restock back available | add forgot include | mistake accident cancel | fragile survive glass pack | holiday new_year weekend sunday saturday
  refuse accept decline | schedule slot appointment time | leaked leaking damaged | faster quicker express upgrade | stuff order parcel package | scam fraud fake phishing | limescale scale descale | smell smells odour stink | app download install | balance left remaining | nickname name profile | photo picture image | perk benefit advantage | bulk wholesale corporate company | pair connect bluetooth | customs tax import duty | rash allergic reaction irritation
  jumper sweater pullover | trainers sneakers | power_bank charger battery | earbuds headphones earphones | kettle | pan skillet frying | cushion pillow | blanket throw | wash laundry clean washing | shrink | material fabric made | heavy weigh weight
  capacity volume ml | genuine authentic real fake | sold_out out_of_stock restock unavailable back_in_stock available | shop store branch | cash_on_delivery cod | expire expiry valid | birthday | student | allergy allergic reaction | pregnant breastfeeding | fade dye bleed`

const lines = (text: string) =>
  text
    .split(/[|\n]/)
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => word.replaceAll('_', ' ')),
    )
    .filter((line) => line.length > 1)
const groups = { zh: lines(chinese), en: lines(english) }

/** Every line that a wording belongs to, by that wording. */
export function everydayWords(language: 'zh' | 'en'): Map<string, string[]> {
  const byWord = new Map<string, string[]>()
  for (const line of groups[language])
    for (const word of line) byWord.set(word, [...(byWord.get(word) ?? []), ...line.filter((other) => other !== word)])
  return byWord
}
