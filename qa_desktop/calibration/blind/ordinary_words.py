"""Names that are ordinary words too, and words that stand where names do and name nobody."""

# Bare, they are masked only where they are surely a name: see masking.py.
_ORDINARY_WORDS = """
    amber an angel april art august autumn baker ban bang bank banks bell best bill bin bishop black
    bond bong brown butler can care carol carpenter carter case chance charity chase chin church
    close constance cook cross crystal daisy dan dawn day dean destiny do dong drew earnest east eve
    faith fan fang farmer fen field fields fish fisher flood ford forest fox frank free freeman
    fun gang gardener gene gift ginger glass glory gold golden good grace grant gray green grey guy
    hall hand hang hardy harmony he heather hen hero hill holiday holly honor hook hope house hui
    hung hunt hunter in iris ivy jack jade jasmine jean jewel joy judge june just justice ken key
    kind king knight lake lance lane lang law lawyer lily link little long lord love low lucky lung
    major man mark marsh marshal mason max may me melody men mercy merry mi mine misty moon more
    moss my nick no noble norm north olive on page pan pang park parks pat patience peace pearl pen
    penny people pi pierce pin ping pool pop pope post potter power powers price prince promise
    prudence queen rain ran rang ray reed rice rich ring river rivers rob rock root rose royal
    ruby rush rusty sang savage say self serenity shah sharp she shepherd shine shore shun si silver
    simple sin singer skip sky small smart snow so song sonny sonic south sparks speed spring star
    steel sterling stone storm story street strong sue summer summers sun sunny sweet swift tall tan
    tang tin to tong trinity true turner victor wade walker wall walls wan wang ward warm waters
    way we weaver well wells west white will wing winner winter winters wise wolf wood woods worth
    yang yes you young
    ad ah ai al as at be ben bin by da das de del den der di dos du el go hi ibn if ii is it jr la
    le lo ma md ne oh ok or pa pc re sa sr st te ten ter un up us van von
"""
ORDINARY = frozenset(_ORDINARY_WORDS.split())

# As a person's whole name in an export these say what somebody is, not who.
_NOBODY_WORDS = """
    admin administrator advisor agent agents anonymous answering api assistant associate auto
    automation automated bot bots call caller callcenter care centre center chat chatbot client
    clerk company consultant contact crm csr customer customers deleted desk end-user enduser expert
    guest helpdesk help integration left line manager member mono none noreply no-reply null
    online operator other owner phone queue rep representative right robot sales seller server
    service services speaker staff supervisor support system team technician trigger unassigned
    undefined unknown user users virtual visitor voice webhook workflow account case customer-id id
    mail nr number order ref reference tel ticket channel demo dr frau herr mr mrs ms new party
    person prof sir spk temp test
    主管 人工 人工客服 专员 主持人 买家 其他 卖家 商家 坐席 坐席员 客人 客户 客户经理 客服 客服人员
    座席 工单 店铺 店长 座席员 席位 技术支持 护士 接线员 无 智能客服 机器人 未知 来电 来电者 用户
    管理员 系统 经理 访客 话务员 质检员 运营 顾客 助手 助理 匿名 自动回复 平台
"""
NOBODY = frozenset(_NOBODY_WORDS.split())

# Chinese names of two characters and given names that are words: masked only beside a title or
# after words that introduce somebody.
_ORDINARY_CJK_WORDS = """
    安全 安心 安静 白天 白费 保险 常常 常见 常用 成功 成为 成本 程序 程度 从容 车费 单位 单独 单子
    丁香 董事 段落 方便 方向 方式 方案 方法 房间 高峰 高度 高级 高兴 公司 关于 关系 关心 关注 国庆
    海洋 何时 何必 和平 和谐 黄金 黄牛 健康 建国 解放 金额 金牌 经常 开心 康复 空间 乐意 乐观 雷同
    连接 连续 连忙 路线 路由 马上 马路 明白 明明 明显 明确 明天 牛奶 平安 平常 平台 平时 齐全 钱包
    全部 全面 任何 任务 任意 容易 商品 商家 申请 时间 时候 时效 石油 水平 水果 天天 万一 王牌 温和
    温度 文明 文化 席位 夏天 项目 向来 小心 小时 谢谢 辛苦 许多 许可 严重 严格 阳光 应当 应该 永远
    有效 有无 于是 余额 元旦 原因 元宵 云端 张开 周到 周围 周期 周末 周一 周五 祝福 庄重 自然 左右
"""
ORDINARY_CJK = frozenset(_ORDINARY_CJK_WORDS.split())

_COMPOUND_SURNAMES_WORDS = """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳
    公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 歐陽 諸葛 尉遲 長孫
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND_SURNAMES_WORDS.split())
