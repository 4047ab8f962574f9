/** Chinese surnames that nearly everybody bears one of, and the words that only begin like a name. */

export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
export const compoundSurnames = '欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|南宫|端木|轩辕|宇文|长孙'

/** What people say of themselves that begins with a sign which is also a surname. */
export const notNames = new Set(
  '白金 白银 黄金 金卡 金牌 高级 高管 高中 安卓 万分 常客 华为 和平 单身 全职 全部 全款 时候 时间 向来 应该 连续 连着 解决 成功 成都 石家 武汉 江苏 江西 安徽 云南 宁波 温州 苏州 徐州 郑州 贵州 杭州 广州 明天 何时 何人 任何 路人 路过 商家 师傅 师生 包邮 文员 农民 司机 房东 房客 游客 关于 边远 单号 费用 冷静 米粉 牛人 毛病 方便 马上 许多 曾经 经常 左右 向你 和你 车主 管理 简单 古人 文盲 高兴 万一'.split(
    ' ',
  ),
)
