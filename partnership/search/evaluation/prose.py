"""Sentences about anything, made of words by chance: grammar enough to be indexed like prose."""

from functools import cache
from itertools import product
from random import Random
from typing import Final

from partnership.core.languages import CHINESE

ACTORS_ZH: Final = [
    "市交通运输局",
    "县农业技术站",
    "省气象台",
    "港口集团",
    "出版社",
    "市图书馆",
    "大学物理系",
    "水文站",
    "银行分行",
    "铁路公司",
    "电力公司",
    "医院门诊部",
    "体育中心",
    "博物馆",
    "税务部门",
    "邮政分局",
    "汽车制造厂",
    "半导体企业",
    "中药材市场",
    "乡镇卫生院",
    "机场管理处",
    "消防支队",
    "社区服务站",
    "造纸厂",
    "钢铁企业",
    "食品加工厂",
    "软件园",
    "职业学院",
    "电视台",
    "文化馆",
    "自来水公司",
    "茶叶协会",
    "棉花种植户",
    "旅行社",
    "证券公司",
    "气象学者",
    "考古队",
    "合唱团",
    "足球俱乐部",
    "园艺师",
    "建筑设计院",
    "环境监测站",
    "污水处理公司",
    "城市规划院",
    "培训中心",
    "沿海气象台",
    "海事大学",
    "渔政部门",
    "市政工程队",
]
ACTS_ZH: Final = [
    "发布",
    "整理",
    "讨论",
    "完成",
    "启动",
    "推迟",
    "检查",
    "更新",
    "编写",
    "公布",
    "采购",
    "升级",
    "改造",
    "研究",
    "汇总",
    "论证",
    "引进",
    "修订",
    "推广",
    "验收",
    "组织",
    "安排",
    "记录",
    "测试",
    "翻新",
    "开通",
    "暂停",
    "恢复",
    "扩建",
    "统计",
    "监测",
    "评估",
    "培训",
    "调查",
    "处理",
]
THINGS_ZH: Final = [
    "高速公路收费标准",
    "冬小麦品种",
    "年度预算",
    "地铁换乘通道",
    "电网负荷",
    "夏季用水计划",
    "图书借阅制度",
    "汽车零部件",
    "古建筑群",
    "公交线路",
    "学生体检结果",
    "气温观测资料",
    "土壤酸碱度",
    "粮食仓储设施",
    "港口集装箱吞吐量",
    "航班时刻表",
    "光纤网络",
    "旧城区道路",
    "住房租金",
    "桥梁荷载",
    "中药种植面积",
    "养老服务",
    "医疗器械",
    "数控机床",
    "蔬菜价格",
    "果园灌溉",
    "空气质量指数",
    "污水管网",
    "噪声数据",
    "城市绿地",
    "海水温度",
    "港口航道",
    "沿海防护林",
    "船舶登记",
    "渔业产量",
    "职工技能",
    "财务报表",
    "软件接口",
    "能源消费",
    "水库水位",
    "森林防火",
    "地震台网",
]
ENDS_ZH: Final = [
    "数据保持稳定",
    "各方意见基本一致",
    "预计明年完成",
    "费用由地方财政承担",
    "结果已经上报",
    "仍需进一步观察",
    "居民反应良好",
    "比去年提高百分之五",
    "资料存入档案",
    "相关人员参加了会议",
    "计划分三期实施",
    "设备运行正常",
    "效果有待检验",
    "下一步扩大范围",
    "合同已经签署",
    "价格略有回落",
    "质量符合要求",
    "经验可供参考",
    "时间另行通知",
    "两地将继续合作",
]
TIMES_ZH: Final = [
    "去年秋天",
    "本季度",
    "上个月",
    "三年来",
    "入冬以来",
    "近日",
    "年底之前",
    "上半年",
    "周末",
    "一季度",
    "连续两年",
    "本周",
    "节假日期间",
    "雨季过后",
    "会议期间",
]

ACTORS_EN: Final = """The railway authority|A printing house|The wheat board|Local orchestras|The museum|An airline
|Hospital managers|The tax office|A software firm|The football league|Road engineers|The library|A car maker
|Farmers in the uplands|The weather service|A steel mill|The postal service|Archaeologists|The dairy association
|A television channel|Town planners|The water company|A chess club|The power utility|Textile traders|The air quality
 network|A sewage works|The port authority|A training centre|The maritime academy|Coastal engineers""".replace(
    "\n", ""
).split("|")
ACTS_EN: Final = [
    "published",
    "revised",
    "postponed",
    "measured",
    "repaired",
    "announced",
    "compared",
    "tested",
    "funded",
    "opened",
    "closed",
    "inspected",
    "described",
    "improved",
    "ordered",
    "exported",
    "reviewed",
    "planned",
    "recorded",
    "sold",
    "monitored",
    "assessed",
    "surveyed",
    "discussed",
]
THINGS_EN: Final = """the winter timetable|a new bridge|the annual accounts|grain storage|a choir festival|the price of copper
|several hundred buses|an old theatre|cattle feed|the stadium roof|a catalogue of manuscripts|reservoir levels
|the tunnel lining|hospital beds|a chemistry syllabus|night trains|cotton yields|the tram network|a film archive
|diesel engines|school meals|the harvest forecast|a ring road|forest paths|bicycle lanes|ozone readings|sewer pipes
|container traffic|sea temperatures|the harbour basin|ship registers|fish landings|staff skills|land prices""".replace(
    "\n", ""
).split("|")
ENDS_EN: Final = """after a short debate|without further cost|in the second quarter|as expected|for the third year running
|with mixed results|in spite of the rain|before the holidays|at the request of residents|under the new rules
|following an audit|by a narrow margin|to general surprise|as prices fell|in five districts|on two weekends""".replace(
    "\n", ""
).split("|")


@cache
def rare_words() -> tuple[list[str], list[str]]:
    """Return words of made-up names, so that the index has as many words as one of real texts."""
    heads, tails = (
        "陈林黄张吴刘杨赵周徐孙马朱胡郭何高罗郑梁",
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平",
    )
    chinese = ["".join(parts) for parts in product(heads, tails, tails)]
    onsets, nuclei, codas = (
        ["b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v"],
        ["a", "e", "i", "o", "u"],
        ["l", "n", "r", "s", "t"],
    )
    syllables = ["".join(parts) for parts in product(onsets, nuclei, codas)]
    return chinese, [f"{a}{b}".capitalize() for a, b in product(syllables[::7], syllables[::5])]


def sentence(language: str, random: Random) -> str:
    pick = random.choice
    chinese, english = rare_words()
    if language == CHINESE:
        who = f"{pick(ACTORS_ZH)}{pick(chinese)}" if random.random() < 1 / 3 else pick(ACTORS_ZH)
        return f"{pick(TIMES_ZH)}，{who}{pick(ACTS_ZH)}了{pick(THINGS_ZH)}，{pick(ENDS_ZH)}。"
    near = f" near {pick(english)}" if random.random() < 1 / 3 else ""
    return f"{pick(ACTORS_EN)}{near} {pick(ACTS_EN)} {pick(THINGS_EN)} {pick(ENDS_EN)}."


def title(language: str, random: Random) -> str:
    pick = random.choice
    if language == CHINESE:
        return f"{pick(ACTORS_ZH)}{pick(ACTS_ZH)}{pick(THINGS_ZH)}"
    return f"{pick(ACTORS_EN)} {pick(ACTS_EN)} {pick(THINGS_EN)}"


def mention(language: str, text: str, random: Random) -> str:
    """Return a sentence that mentions `text` and is about something else."""
    if language == CHINESE:
        ways = ("会上有代表提到了{}话题。", "报告在附注中也谈到{}。", "有读者来信询问{}。")
    else:
        ways = (
            "One speaker also mentioned {}.",
            "A footnote refers to {}.",
            "Asked about {}, he smiled.",
        )
    return random.choice(ways).format(text)
