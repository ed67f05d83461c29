"""The sentences with which an upload is refused, one row a reason."""

from ballast.kit.refusal import Refusal
from ballast.kit.sentence import Sentence

SENTENCES: dict[str, Sentence] = {
    "empty": Sentence("文件是空的，没有任何内容；请重新选择", "The file is empty; choose another"),
    "too_large": Sentence(
        "文件有 {size} MB，超过 {limit} MB；照片请用“中等”尺寸，文件请压缩后再传",
        "The file has {size} MB, more than {limit}; send the photo in medium size, or make the document smaller",
    ),
    "too_many_pixels": Sentence(
        "图片有 {width}×{height} 像素，超过上限；请缩小后再传",
        "The picture has {width}×{height} pixels, more than allowed; make it smaller",
    ),
    "picture_broken": Sentence(
        "图片打不开：文件不完整，或者并不是图片；请重新拍照或重新导出后再传",
        "The picture cannot be opened: it is damaged, or is none; take or export it again",
    ),
    "heic": Sentence(
        "HEIC/AVIF 照片暂不能接收；iPhone 请在“设置→相机→格式”选“兼容性最佳”，或在相册中导出为 JPG 再传",
        "HEIC and AVIF photos are not taken; on an iPhone choose Settings, Camera, Formats, Most Compatible, "
        "or export the photo as JPG",
    ),
    "picture_other": Sentence(
        "这种图片（{kind}）不能接收；请另存为 JPG 或 PNG 再传",
        "Pictures of this kind ({kind}) are not taken; save it as JPG or PNG",
    ),
    "drawing": Sentence(
        "SVG 图形里可以藏脚本，不能接收；请导出为 PNG 或 PDF 再传",
        "An SVG drawing may hide scripts and is not taken; export it as PNG or PDF",
    ),
    "page": Sentence(
        "这其实是网页（HTML），不能接收；请打印成 PDF 再传", "This is really a web page (HTML); print it as a PDF"
    ),
    "old_office": Sentence(
        "旧格式的 Office 文件（.doc、.xls）不能接收；请另存为 .docx、.xlsx 或 PDF 再传",
        "Old Office files (.doc, .xls) are not taken; save as .docx, .xlsx or PDF",
    ),
    "script": Sentence(
        "文件里带有宏或脚本，不能接收；请另存为不带宏的文件再传",
        "The file carries macros or scripts and is not taken; save it without them",
    ),
    "locked": Sentence(
        "文件设有打开密码，别人看不了；请取消密码后再传",
        "The file is locked by a password and nobody else could read it; remove the password",
    ),
    "paper_broken": Sentence(
        "文件已损坏，或并不是它的扩展名所说的那种文件；请重新导出后再传",
        "The file is damaged, or not what its name says; export it again",
    ),
    "bomb": Sentence(
        "文件解压后有 {size} MB，远超正常文件，不能接收",
        "Unpacked, the file has {size} MB, far more than a document; it is not taken",
    ),
    "unknown": Sentence(
        "认不出这种文件；可以上传照片（JPG、PNG、WebP）或文件（PDF、DOCX、XLSX、OFD）",
        "This kind of file is not known; photos (JPG, PNG, WebP) and PDF, DOCX, XLSX, OFD are taken",
    ),
}


class NotTaken(Refusal):
    """A file that is not taken as evidence; ``where`` is its name."""


def refuse(code: str, name: str, **detail: object) -> NotTaken:
    """The refusal with ``code`` about the file ``name``, ready to raise."""
    sentence = SENTENCES[code]
    filled = Sentence(sentence.zh.format(**detail), sentence.en.format(**detail))
    return NotTaken(filled, where=name, code=f"upload_{code}")
