/** What is wrong with a template, where, and how to mend it. */
export interface TemplateFault {
  readonly code:
    | 'template.not-a-docx'
    | 'template.too-large'
    | 'template.has-macros'
    | 'template.has-objects'
    | 'template.has-links'
    | 'template.unclosed-tag'
    | 'template.unopened-tag'
    | 'template.unclosed-loop'
    | 'template.unopened-loop'
    | 'template.crossed-loops'
    | 'template.unknown-tag'
    | 'template.table-tag-not-alone'
    | 'template.cannot-be-filled'
  /** The tag as it is written, without its braces. */
  readonly tag?: string
  /** `正文` or the part of the file, the number of the paragraph there from 1, and how it begins. */
  readonly where?: TemplatePlace
  readonly message: string
  readonly mend: string
}

export interface TemplatePlace {
  readonly part: string
  readonly paragraph: number
  readonly text: string
}

type Said = readonly [message: string, mend: string]

const SAID: Readonly<Record<TemplateFault['code'], (tag: string) => Said>> = {
  'template.not-a-docx': () => ['文件不是 .docx 文档', '在 WPS 或 Word 中另存为 .docx 后重新上传'],
  'template.too-large': () => ['模板展开后过大', '删去图片和嵌入的文件，模板只留版式和标签'],
  'template.has-macros': () => ['模板带有宏', '另存为不含宏的 .docx'],
  'template.has-objects': () => ['模板带有嵌入的对象或控件', '删去嵌入的文件、对象和控件'],
  'template.has-links': () => [
    '模板引用外部文件，打开公文时会去读取',
    '把链接的图片改为嵌入，取消附加模板，删去引用外部文件的域',
  ],
  'template.unclosed-tag': tag => [`标签“{${tag}”没有写完`, '在标签名后补上“}”'],
  'template.unopened-tag': tag => [`标签“${tag}}”缺少开头`, '在标签名前补上“{”'],
  'template.unclosed-loop': tag => [`循环“{#${tag}}”没有结束`, `在循环内容之后补上“{/${tag}}”`],
  'template.unopened-loop': tag => [
    `“{/${tag}}”没有对应的开始`,
    `在循环内容之前补上“{#${tag}}”，或删去此标签`,
  ],
  'template.crossed-loops': tag => [
    `循环“${tag}”与另一循环交叉`,
    '先开始的循环后结束，结束标签的名称与开始标签一致',
  ],
  'template.unknown-tag': tag => [`没有名为“${tag}”的数据`, '改为起始模板中列出的名称，或删去此标签'],
  'template.table-tag-not-alone': tag => [`“{@${tag}}”须单独成段`, '把此标签移到只有它自己的一段'],
  'template.cannot-be-filled': tag => [`“${tag}”处无法填入数据`, '对照起始模板检查此处的标签'],
}

export function templateFault(
  code: TemplateFault['code'],
  tag?: string,
  where?: TemplatePlace,
): TemplateFault {
  const [message, mend] = SAID[code](tag ?? '')
  const at = where ? `${where.part}第${where.paragraph}段（${where.text}）：` : ''
  return { code, ...(tag !== undefined && { tag }), ...(where && { where }), message: at + message, mend }
}
