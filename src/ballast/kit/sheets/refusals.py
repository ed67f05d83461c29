"""The sentences with which a file is refused, one row a kind."""

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "missing": Sentence("找不到这个文件，请核对路径", "No such file; check the path"),
    "too-large": Sentence(
        "文件有 {size}，超过上限；请只保留需要的工作表后另存",
        "The file has {size}, more than allowed; keep only the sheets with the lists and save again",
    ),
    "empty": Sentence("文件是空的，没有任何内容；请重新导出", "The file is empty; export it again"),
    "broken-zip": Sentence(
        "文件已损坏（压缩包不完整），打不开；请重新下载或用 Excel/WPS 修复后另存为 .xlsx",
        "The file is damaged (a broken zip); download it again, or repair it in Excel and save as .xlsx",
    ),
    "broken": Sentence(
        "工作簿已损坏，读不出来（{detail}）；请用 Excel/WPS 打开后另存为 .xlsx",
        "The workbook is damaged and cannot be read ({detail}); open it in Excel and save as .xlsx",
    ),
    "word": Sentence(
        "这其实是 Word 文档，不是 Excel 表格；请用 Word/WPS 打开，选中整张表格（表格左上角的十字）复制，"
        "粘贴到空白的 Excel 工作表（跨页的表头只留一个），另存为 .xlsx 后再导入",
        "This is really a Word document, not a workbook; open it, select the whole table, copy it into an empty "
        "worksheet (keep one header where it runs over pages), save as .xlsx and import that",
    ),
    "slides": Sentence(
        "这其实是演示文稿，不是 Excel 表格；请把表格复制到 Excel，另存为 .xlsx",
        "This is really a slide show, not a workbook; copy its table into Excel and save as .xlsx",
    ),
    "archive": Sentence(
        "这其实是压缩包，不是 Excel 表格；请先解压，再导入里面的表格",
        "This is really an archive, not a workbook; unpack it and import the workbook inside",
    ),
    "encrypted": Sentence(
        "工作簿设有打开密码；请在 Excel/WPS 中取消密码后另存，再导入",
        "The workbook is protected by a password; remove it in Excel, save, and import again",
    ),
    "pdf": Sentence(
        "这其实是 PDF 文件，不是 Excel 表格；请向发文单位要原始表格，或转成 .xlsx 后再导入",
        "This is really a PDF, not a workbook; ask for the original table or convert it to .xlsx",
    ),
    "html": Sentence(
        "这其实是网页（HTML），里面没有表格；请向发文单位要原始表格，或把表格复制到 Excel 另存为 .xlsx",
        "This is really a web page (HTML) without a table; ask for the original or copy it into Excel, save as .xlsx",
    ),
    "frames": Sentence(
        "这是 Excel 存成的网页，只有框架，表格在同名的 .files 文件夹里；请在 Excel/WPS 中打开它，另存为 .xlsx 后再导入",
        "This is a workbook saved as a web page: its tables lie in the folder .files beside it; open it in Excel, "
        "save as .xlsx and import that",
    ),
    "json": Sentence(
        "这其实是 JSON 数据，不是表格；请向发来的单位要 .xlsx 或 .csv（地图请在“地图”页载入）",
        "This is really JSON data, not a table; ask for .xlsx or .csv (maps are loaded on the page Map)",
    ),
    "rtf": Sentence(
        "这其实是 RTF 文档，不是 Excel 表格；请把表格复制到 Excel，另存为 .xlsx",
        "This is really an RTF document, not a workbook; copy its table into Excel and save as .xlsx",
    ),
    "image": Sentence(
        "这其实是图片，读不出表格；请导入原始的 .xlsx、.xls 或 .csv",
        "This is really a picture; import the original .xlsx, .xls or .csv",
    ),
    "ofd": Sentence(
        "这其实是 OFD 版式文件，不是 Excel 表格；请导入原始的 .xlsx、.xls 或 .csv",
        "This is really an OFD document; import the original .xlsx, .xls or .csv",
    ),
    "binary": Sentence(
        "认不出这种文件；请导入 .xlsx、.xls 或 .csv",
        "This kind of file is not known; import .xlsx, .xls or .csv",
    ),
    "bomb": Sentence(
        "文件解压后有 {size}，远超正常表格；请只保留需要的工作表后另存",
        "Unpacked, the file has {size}, far more than a list; keep only the sheets with the lists and save again",
    ),
    "sprawl": Sentence(
        "工作表“{sheet}”的数据一直铺到 {cell}，疑有误填的单元格；请删除多余的行列后另存",
        'The data of sheet "{sheet}" reaches {cell}: probably a stray cell; delete the surplus and save again',
    ),
    "no-sheets": Sentence(
        "工作簿里没有数据工作表；请检查是否导错了文件",
        "The workbook has no worksheet with data; check that it is the right file",
    ),
    "encoding": Sentence(
        "文本编码认不出来；请用 Excel/WPS 另存为 .xlsx 或 UTF-8 编码的 .csv",
        "The text encoding is not known; save as .xlsx or as .csv in UTF-8",
    ),
}


def refuse(code: str, name: str, **detail: str) -> Refusal:
    """The refusal with ``code`` about file ``name``, ready to raise."""
    sentence = SENTENCES[code]
    filled = Sentence(sentence.zh.format(**detail), sentence.en.format(**detail))
    return Refusal(filled, where=name, code=f"file-{code}")
