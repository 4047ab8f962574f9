/** Paying, being paid back, invoices, coupons, membership and the account, as people put it; the form is that of `delivery.ts`. */
export const money = `
pay: 付款 支付 付 付钱 给钱 交钱 掏钱 付的款 结账 结帐 买单 付费 刷卡 缴费 埋单 付账 打钱 | pay payment payments paying paid checkout settle settle_the_bill pay_up check_out
paymethod: 付款方式 支付方式 怎么付 怎么付款 用什么付 支持什么付款 能用什么付 哪些付款 怎么给钱 收不收 能刷 可以刷 收什么卡 怎么支付 | payment_methods payment_method how_can_i_pay ways_to_pay do_you_take do_you_accept pay_with methods_of_payment pay_by can_i_use_my can_i_pay accept payment_options
card: 卡 银行卡 信用卡 借记卡 储蓄卡 visa 维萨 万事达 mastercard 维萨卡 银联 刷卡 | card cards credit_card debit_card visa mastercard bank_card amex unionpay
visa: visa 维萨 维萨卡 万事达 mastercard 万事达卡 银联 | visa mastercard unionpay
alipay: 支付宝 | alipay
wechat: 微信 微信支付 | wechat wechat_pay weixin
huabei: 分期还 花呗 分期 分期付款 一个月一个月 慢慢还 分几期 分几个月 每月还 按月 分月 先买后付 月付 几期 | huabei instalment installment instalments installments monthly split_the_payment split_into pay_later in_parts spread monthly_bits per_month spread_the_cost spread_out
cod: 再给钱 再付钱 收货时付 货到付款 到了再付 到付 见货付款 收到再给钱 货到再付 到手再给钱 到手了再给钱 拿到再付 先货后款 收到货再付 东西到手了再给钱 货到给钱 到货再付 | cash_on_delivery cod pay_on_delivery pay_when_it_arrives pay_on_arrival cash_when cash_at_the_door pay_the_courier cash_to_the_delivery pay_the_driver hand_the_cash pay_upon_delivery
cash: 现金 现钱 钞票 兑现 提现 变现 换成钱 换钱 | cash cash_in cash_out money_in_hand banknotes
paidbyother: 代付 替我付 帮我付 别人付 找人付 替付 帮付 帮忙付 让别人付 帮着付 替我付钱 家人付 替我给钱 | someone_else_pay ask_someone_to_pay pay_for_me settle_the_bill_for_me pay_on_my_behalf someone_pay friend_pay parents_pay pay_my_order
combinepay: 混合支付 组合支付 两种方式 一半一半 补齐 剩下的用 一起付 组合付款 拆开付 两种支付 两种付款 剩余的用 差额用 不够的用 | two_payment_methods half_and_half split_between the_rest_by combine_payment mixed_payment part_by the_rest_with two_ways_to_pay remainder the_difference_with
payfail: 付款失败 支付失败 付不了 付不上 支付不了 付款不成功 刷不了 付不成 被拒 付款报错 支付不成功 付不出去 扣款失败 刷不过 | payment_failed can't_pay declined payment_error card_refused payment_doesn't_go_through card_rejected not_go_through won't_go_through card_declined payment_rejected doesn't_go_through
charged: 扣款 重复扣款 扣了 扣钱 划走 划了 划款 扣了钱 刷了 付了 钱没了 钱扣 钱已经 刷走 扣走 被扣 入账 钱出去 扣费 | charged billed debited deducted taken_from_my money_has_left money_left taken_from money_gone money_was_taken was_taken charge took_money
unpaidstate: 待付款 未付款 没付款 还叫我付 让我付 显示未支付 还让我付 未支付 还要付款 提示付款 叫我付 让我再付 | to_pay still_unpaid still_says_unpaid wants_me_to_pay says_unpaid not_paid asks_me_to_pay unpaid still_wants_me still_asking shows_unpaid
twice: 两次 重复 重复扣款 两遍 两笔 多扣 二次 双重 重复扣 扣两 划两 多收 又扣 多付 | twice two_times double duplicate doubled two_charges charged_double same_payment_twice both_times
timeoutorder: 自动关闭 超时 自动取消 订单没了 单子没了 没来得及付 关闭 订单消失 单子不见 没了 自己没了 失效 订单关了 自己取消 | closed_automatically timed_out expired_order order_vanished disappeared vanished order_closed automatically_cancelled order_gone was_cancelled cancelled_itself order_expired
safe: 安全 泄露 保密 盗刷 安不安全 放心 | safe secure security leaked protected
unbind: 解绑 去掉 删除 移除 解除绑定 删掉 拿掉 取消绑定 解除 | remove unlink delete take_off unbind get_rid_of detach
bind: 绑卡 绑定 绑的卡 存的卡 绑 保存的卡 记住的卡 | saved_card linked_card stored_card saved add_card on_file
refund: 把钱打到 钱打到 钱退哪 退款 退钱 返钱 还钱 退的钱 钱退 返款 退给我 打款 钱还没 拿回钱 退费 钱打 把钱 退回来的钱 给我的钱 把钱退 退我钱 返还 | refund refunded money_back reimburse reimbursement the_money get_my_money repay refunds money_returned put_the_money my_money_back
refundarrive: 到账 到帐 收到钱 钱到 什么时候到账 多久到账 钱还没到 钱没到 退款到账 打过来 到卡 钱回来 钱啥时候 钱什么时候 几天到账 退款要几天 | refund_arrive money_be_back get_the_money refund_take see_my_money refund_time money_arrive reach_my_account back_on back_in_my_account
refundmissing: 还没退款 没退款 钱还没影 没收到退款 退款没到 钱没退 还不退钱 一直没退 没见钱 没到账 | no_refund refund_hasn't still_no_refund not_refunded still_no_cash haven't_got_my_money no_money_yet waiting_for_my_refund refund_not_received still_no_money
original: 原路 原卡 原账户 退到哪 退去哪 去哪了 退回哪 哪个账户 别的账户 另一张卡 其他账户 换张卡 别的卡 退哪 打到另 退到别 转到别 | original_payment another_account other_card different_card where_does_my_refund another_card different_account other_account my_other_card where_will_my_refund
closedcard: 卡我已经销 卡销掉 卡已销 卡我注销 已经销了 销了 卡没了 卡注销 卡销了 注销了 银行卡没了 卡停用 卡已经销 销卡 卡不用了 卡丢了 销户 卡作废 | card_closed account_closed card_is_closed account_was_closed been_shut shut closed_the_account card_expired cancelled_card closed card_no_longer
less: 少 少了 比我付的少 不对 不够 少退 扣了 退少 变少 少给 怎么少 不足 比我掏的少 | less fewer not_the_full not_all knocked_off deducted lower_than short_of too_little smaller not_full docked
price: 价格 价钱 多少钱 几块钱 什么价 售价 啥价 卖多少 怎么卖 卖什么价 单价 报价 定价 贵不贵 几钱 多钱 | price cost how_much costs priced going_for how_expensive what_does_it_cost worth set_me_back pricing
pricedrop: 降价 便宜了 跌价 价保 差价 保价 价格保护 就便宜 变便宜 减价 打折了 补差价 买贵了 便宜了五十 调价 掉价 卖便宜 | price_drop price_protection cheaper_now went_down dropped on_sale_now price_match now_on_sale reduced price_went_down price_adjustment lower_price discounted_now price_fell gone_down its_on_sale on_sale cheaper
bought: 刚买 买完 买了 前几天买 上礼拜买 买的时候 | just_bought after_i_bought bought_it bought_last_week after_buying purchased
discount: 优惠 折扣 打折 便宜 减价 让利 活动 促销 便宜点 优惠活动 少点 打几折 特价 | discount discounts money_off offer deal deals sale promotion cheaper reduction special_price price_break
coupon: 优惠券 券 代金券 红包 优惠卷 抵用券 满减券 折扣券 消费券 | coupon coupons voucher vouchers promo_code discount_code promo code
cantuse: 用不了 不能用 灰色 灰的 点不动 用不上 没法用 使不了 无法使用 不让用 失效 不可用 不好使 不管用 | can't_use not_working doesn't_work greyed_out grayed_out won't_apply not_applied invalid unusable can't_apply isn't_accepted isn't_working rejected
stack: 叠加 一起用 同时用 一块用 一块儿用 两张 几张 合用 叠着用 混着用 并用 共用 | stack combine both two_coupons at_once together two_codes stacked multiple two_promo_codes
redeemcode: 兑换码 兑换 输入 领券 在哪领 怎么领 领取 领 | redeem enter_a_code where_do_i_enter find_coupons collect_coupons claim put_in_a_code type_in
expire: 过期 到期 作废 失效 有效期 什么时候到期 清零 失效了 没用了 到什么时候 放几年 截止 | expire expires expiry valid run_out runs_out vanish lapse expired validity go_away expiration
student: 学生 大学生 念书 在校 上学 念大学 高校 研究生 学生证 读书 | student students uni university college school studying undergraduate
birthday: 生日 过生日 寿星 生日月 | birthday birthday_month turn_30 bday
invoice: 发票 开票 票 电子发票 发漂 电子票 开具 要票 票据 开张票 | invoice invoices fapiao receipt company_bill e-invoice electronic_invoice tax_invoice bill
companyinvoice: 抬头 公司抬头 单位 报销 公司发票 税号 企业发票 开票信息 公司名 拿回单位 单位报销 | company_name taxpayer expense expenses claim_expenses company_invoice business_name tax_number tax_id business_expense expense_claim
vat: 专票 增值税 专用发票 增值税专用发票 增票 | special_vat vat_invoice vat special_invoice
reissue: 换开 重开 重新开 开错 填错 打错 写错 错了一个字 名字打错 重弄 错字 税号错 抬头错 | reissue replacement wrong_on_the_invoice misspelt misspelled spelt_wrong correct_the_invoice typo spelt spelled wrong_name mistake wrong_title
backdate: 补开 以前的 去年买的 很久以前 早就买了 好久之前 过了很久 补 半年前 | old_order late too_late last_year long_ago bought_in_spring months_ago earlier afterwards retrospectively
onemerge: 总的 开一张总 合开 开一张 一张总的 合并开 几单开 合在一张 | one_invoice single_invoice a_dozen_orders combine_invoices several_orders together_on_one combined_invoice
member: 会员 等级 vip 级别 会员卡 | member membership level tier status loyalty members
gold: 金卡 黑卡 银卡 高级会员 白金 | gold black silver
levelup: 升级 成为 变成 升到 当上 怎么升 怎么成为 达到 升 晋级 | become upgrade get_to reach move_up to_be qualify become_a go_up
leveldown: 降级 掉级 掉下来 掉到 保级 会掉 保留多久 | downgrade lose_my_level drop demoted keep_my_level lose_level drop_a_tier go_down
benefit: 权益 好处 福利 特权 有什么用 有啥好 能享受 待遇 礼遇 | benefits perks advantages what_do_i_get privileges treat perk benefit
spendyear: 消费 花多少 一年花 一年得花 累计 年消费 一年内 花够 | spend spending a_year annual must_i_spend yearly
points: 积分 点数 分 攒的分 五千分 赚的分 分数 会员分 | points reward_points point
usepoints: 抵 抵扣 当钱 能换多少 顶多少 值多少钱 兑多少 顶钱 当多少 抵多少 换多少钱 当钱花 怎么用 折现 | worth use_points redeem spend in_money value cash_value convert worth_in
earn: 获得 攒 赚 怎么来 怎么得 累积 积累 怎么攒 | earn get_points collect_points accumulate gain rack_up
notcredited: 没到账 没给 没加 没有到 少积分 没入账 没记 没算 | haven't_arrived not_credited missing_points didn't_get_points not_added weren't_added
transfer: 转给 转让 送给 给家人 转赠 过户 转移 转到 给我妈 合并账户 给别人用 共享 | transfer pass_on give_to give_my_points have_my_points merge_accounts share hand_over move_to
giftcard: 礼品卡 购物卡 储值卡 礼物卡 充值卡 卡密 | gift_card gift_cards gift_voucher voucher_card giftcard gift_balance e-gift
denomination: 面额 多少钱的 最少多少 几百的 最低多少 最小 最少 最低 最多多少 最大 | denomination amounts smallest minimum values how_small which_amounts lowest
lost: 丢了 不见了 弄丢 找不到 遗失 挂失 掉了 | lost stolen misplaced can't_find
balance: 余额 还剩 剩多少 剩下 查余额 余下 | balance left remaining how_much_is_left
password: 密码 登录密码 口令 | password passcode what_i_set pin log_in_details
forget: 忘记 忘了 想不起来 想不起 记不得 记不住 记不起来 不记得 | forgot forgotten can't_remember don't_remember remember forget cannot_remember
login: 登录 登陆 登不上 登进 登不进去 进不去 登 登不了 登入 进不了账号 登上 | log_in login sign_in get_in log_on access can't_get_in logged locked_out signing_in logging_in
code: 验证码 短信码 码 收不到码 短信验证 动态码 校验码 | verification_code code login_sms sms_code confirmation_code one_time_code login_code text_code otp verification
notcome: 收不到 不来 没来 来不了 死活不来 没收到 一直没来 迟迟不来 发不过来 等不到 | doesn't_arrive never_shows not_come doesn't_come isn't_arriving didn't_come not_received doesn't_show never_comes not_arriving hasn't_come haven't_received
sms: 短信 信息 手机短信 | sms text text_message texts message messages
phonenumber: 手机号 号码 电话号码 手机 手机卡 旧号 新号 换号 手机号码 换了号 电话卡 联系电话 | phone_number mobile_number number new_sim sim mobile old_number new_number phone
oldnumber: 旧号 旧的 停用 没用了 换了手机 不用了 旧手机号 老号码 以前的号 旧号码 | old_number old_one is_dead no_longer_use changed_my_number lost_my_phone old_phone dead no_longer_have previous_number
account: 账户 账号 帐号 帐户 号 我的号 | account profile user_account
closeaccount: 注销 删除账号 销户 删掉我的号 彻底删 不用了 停用账号 删号 把我的号 销号 注销账户 | delete_my_account close_my_account wipe deactivate cancel_my_account delete_account wipe_my_profile remove_my_account erase close_account get_rid_of_my_account
stolen: 不是我买的 被人登了 别人登 被盗 盗号 异常登录 被人登 陌生 不是我买的 不是我下的 被别人登 被黑 被登 盗用 别人用我的 冒名 | hacked stolen someone_else never_made unknown_order not_mine didn't_order strange compromised somebody_else wasn't_me didn't_make unauthorised unauthorized didn't_place never_placed
profile: 昵称 头像 资料 个人资料 我的资料 名字 | nickname avatar profile display_name
privacy: 隐私 个人信息 信息安全 数据 我的信息 收集 | privacy personal_data data personal_information collect gdpr
keepdata: 存多久 存着 保存多久 存多久 存多长 保留 留着 存 保存 | keep kept store stored retain hold save
chat: 聊天 对话 聊天记录 客服对话 聊 说的话 | chat conversation what_i_say what_i_write messages this_chat transcript chats
marketing: 广告 营销 推送 广告短信 推广 骚扰 垃圾短信 宣传 促销短信 | marketing ads adverts promotional spam advertising newsletters advert promo_texts
unsubscribe: 退订 别发 不想收 停止 不要再发 烦死 关掉 别再发 取消订阅 屏蔽 | unsubscribe stop fed_up opt_out no_more sick_of turn_off stop_sending opt-out
scam: 诈骗 骗子 假客服 自称客服 加qq 骗局 骗 让我加 索要验证码 冒充 可疑 要我的验证码 转账 真的假的 屏幕共享 打电话说 来电说 | scam fraud fake phishing scammer pretending rang called_me someone_called wants_a_code asked_for_my_code suspicious man_rang caller phoned_me got_a_call phone_call legit
person: 人工 客服 人工客服 真人 坐席 有人 活人 客服人员 | person human agent customer_service staff support representative someone_real real_person people team
hours: 几点 上班 下班 营业时间 工作时间 几点到几点 几点下班 几点关门 开门 关门 几点开 什么时间 开到几点 打烊 服务时间 | hours opening close until_what_hour what_time open opening_hours till_what_time business_hours working_hours closing_time until_when
hotline: 电话 热线 客服电话 打电话 400 联系方式 联系 怎么联系 | phone hotline call telephone helpline contact reach get_in_touch ring_you
store: 门店 实体店 线下店 店铺 店在 店开在 你们店 那家店 店面 专柜 柜台 店里 线下 | store shop physical_shop brick branch walk_in in_person showroom visit retail see_your_stuff outlet
where: 在哪 哪里 哪儿 哪条路 地址在 什么地方 什么位置 在哪个 位置 | where where's location located
app: app 软件 客户端 小程序 手机软件 应用 | app application download apps
corporate: 企业 公司 单位采购 团购 批量 大量采购 年会 采购 批发 员工福利 大客户 多买 大批 团体 | corporate company business bulk wholesale for_the_office large_order office quantity_discount big_order staff_gifts team_gifts
logo: logo 标志 印字 印 商标 定制logo 公司名字 印上 印标 标识 | logo brand_name printing print company_logo branding branded
moq: 起订 起订量 最少订 最低数量 多少个起 几个起 最少几个 起做 最少多少 | minimum_order minimum_quantity smallest_run at_least fewest moq minimum smallest_order minimum_run
stock: 缺货 没货 补货 断货 有货 售罄 再有 到货 还会再有 卖完 库存 断码 没了 卖光 补上 现货 上架 | out_of_stock restock sold_out back_in_stock available thats_gone in_stock stock get_more unavailable run_out come_back replenish
presale: 预售 预购 预定 | pre-sale preorder pre-order
cancel: 取消 撤销 不想买 不想要了 不买了 取消订单 撤单 取消掉 退单 作废 反悔 手滑 误拍 误下单 拍错 | cancel undo call_off by_accident stop_my_order cancellation cancelling by_mistake don't_want_it_anymore accidentally mistakenly
order: 订单 单子 单 下单 拍 拍下 定单 订 下的单 | order ordered purchase place_an_order purchases
additem: 加购 追加 加一件 少买 漏买 加进去 再加 补一件 加单 添加 再添 添一件 加上 | add add_to forgot squeeze include another_item put_in one_more append add_something extra_item
variant: 规格 颜色尺码 拍错 选错 尺码拍错 拍成 选成 选错了 | option picked_the_wrong chose_the_wrong grabbed instead_of wrong_size wrong_colour selected
status: 状态 待打包 已打包 已完成 | status statuses mean stage
limit: 限购 每人限 买不了 不让买 无法下单 灰色按钮 提交不了 限几件 限量 | limit limited can't_order quantity_limit can't_buy can't_place purchase_limit
giftwrap: 礼品包装 包装成礼物 包得漂亮 礼盒 贺卡 包装漂亮 礼物包装 包装一下 包得好看 帮忙包 | gift_wrap gift_wrapping wrap wrapped make_it_pretty wrapping gift_box greeting_card giftwrap
gift: 礼物 送人 送礼 送朋友 送闺蜜 礼品 送给 当礼物 送长辈 生日礼物 | gift present as_a_gift gifts
hideprice: 价格单 小票 看到价格 看见花了多少 不放价格 看到价钱 价格别 别让他看见 不想让 不让看 | price_show price_inside price_list see_what_i_spent see_the_price no_receipt_inside hide_the_price see_how_much
engrave: 刻字 刻名 刻 激光 烫印 定制名字 弄上名字 印名字 写名字 刻上 雕 的名字 | engrave engraving engraved personalise personalised personalize name_on initials put_my monogram put_a_name etch
register: 注册 不登录 游客 免注册 不注册 嫌麻烦 开户 注册账号 | register account guest sign_up without_an_account as_a_visitor registering create_an_account without_registering
review: 评价 评论 好评 差评 晒图 追评 点评 | review reviews feedback comment rating leave_feedback
photo: 照片 图片 拍照 晒图 视频 几张图 | photo photos picture pictures video image images
oldorders: 历史订单 以前的订单 删掉 订单回收站 删除的订单 以前买的 误删 找回 找得回 删了 | old_orders deleted past_orders order_history binned deleted_order earlier_orders restore previous_orders by_mistake
genuine: 正品 真假 假货 保真 真的吗 真货 山寨 验真 | genuine authentic real fake counterfeit original
seven: 7天 七天 7 天 | seven_days 7_days 7-day
`
