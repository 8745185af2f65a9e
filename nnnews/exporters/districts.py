"""File names of the districts: pinyin of the county-level units of Nanning (GB/T 2260 450100, as of 2021)."""

SLUGS = {
    "兴宁区": "xingning",
    "青秀区": "qingxiu",
    "江南区": "jiangnan",
    "西乡塘区": "xixiangtang",
    "良庆区": "liangqing",
    "邕宁区": "yongning",
    "武鸣区": "wuming",
    "隆安县": "longan",
    "马山县": "mashan",
    "上林县": "shanglin",
    "宾阳县": "binyang",
    "横州市": "hengzhou",
}
