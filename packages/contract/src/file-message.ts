/** What is said of a file, a row or a cell that cannot be taken as it is, or should be looked at. */
export interface FileMessage {
  readonly zh: string
  readonly en: string
}

const REMEDY = { zh: '没有写入任何数据。', en: 'Nothing was written.' }
const refused = (zh: string, en: string): FileMessage => ({
  zh: `${zh}${REMEDY.zh}`,
  en: `${en} ${REMEDY.en}`,
})

/** By code of the reader, the recogniser and the import plan; values in braces are named by their findings. */
export const FILE_MESSAGES: Readonly<Record<string, FileMessage>> = {
  'file.empty': refused('文件是空的。', 'The file is empty.'),
  'file.too-large': refused(
    '文件过大，超过上限。请拆分后重试。',
    'The file is too large; split it and try again.',
  ),
  'file.old-format': refused(
    '不支持旧格式文件（{found}）。请用 WPS 或 Excel 另存为 .xlsx 后重试。',
    'This is an old file format ({found}). Save it as .xlsx and try again.',
  ),
  'file.not-a-table': refused(
    '这不是表格文件（{found}）。请上传 .xlsx 或 .csv。',
    'This is not a table ({found}). Upload an .xlsx or .csv file.',
  ),
  'file.encrypted': refused(
    '文件有打开密码。请去掉密码后重试。',
    'The file is protected by a password. Remove it and try again.',
  ),
  'file.broken': refused(
    '文件已损坏，打不开。请用 WPS 或 Excel 打开并另存后重试。',
    'The file is damaged. Open it, save it anew and try again.',
  ),
  'file.unreadable': refused(
    '认不出文件的文字编码，或者不是文本。请另存为 .xlsx 或 UTF-8 的 .csv。',
    'The text of the file cannot be read. Save it as .xlsx or as UTF-8 .csv.',
  ),
  'file.unsafe-names': refused(
    '文件内部结构异常，已拒绝。',
    'The file has unsafe names inside and was refused.',
  ),
  'file.too-many-entries': refused(
    '文件内部部件过多，已拒绝。',
    'The file has too many parts inside and was refused.',
  ),
  'file.unpacks-too-large': refused(
    '文件解压后过大，已拒绝。请只保留需要的表后另存。',
    'The file unpacks to too much and was refused. Keep only the sheets that are needed.',
  ),
  'file.entities': refused(
    '文件内部含有不安全的定义，已拒绝。',
    'The file holds unsafe definitions and was refused.',
  ),
  'file.no-rows': refused('文件里没有数据行。', 'The file has no rows.'),
  'file.too-many-sheets': refused('工作表过多（上限 {limit} 张）。', 'Too many sheets (at most {limit}).'),
  'file.too-many-strings': refused('文件文字过多（上限 {limit} 条）。', 'Too many texts (at most {limit}).'),
  'file.line-too-long': refused(
    '第 {row} 行过长（上限 {limit} 个字符）。请检查分隔符和换行。',
    'Line {row} is too long (at most {limit} characters). Check separators and line ends.',
  ),
  'file.quote-not-closed': refused(
    '第 {row} 行起的引号没有配对。',
    'A quotation mark that opens on line {row} is not closed.',
  ),
  'file.too-slow': refused(
    '文件过于复杂，读取超时。请精简后重试。',
    'The file took too long to read. Make it simpler.',
  ),
  'file.too-heavy': refused(
    '文件过于复杂，内存不足。请精简后重试。',
    'The file needs too much memory. Make it simpler.',
  ),
  'sheet.too-many-rows': refused(
    '工作表“{sheet}”行数过多（上限 {limit} 行）。',
    'Sheet "{sheet}" has too many rows (at most {limit}).',
  ),
  'sheet.too-many-columns': refused(
    '工作表“{sheet}”第 {row} 行列数过多（上限 {limit} 列）。',
    'Sheet "{sheet}", row {row}: too many columns (at most {limit}).',
  ),
  'sheet.too-many-cells': refused(
    '工作表“{sheet}”单元格过多（上限 {limit} 个）。',
    'Sheet "{sheet}" has too many cells (at most {limit}).',
  ),
  'sheet.too-many-merges': refused(
    '工作表“{sheet}”合并单元格过多（上限 {limit} 处）。',
    'Sheet "{sheet}" has too many merged areas (at most {limit}).',
  ),
  'sheet.merge-too-large': refused(
    '工作表“{sheet}”第 {row} 行起的合并单元格过大。请取消合并后重试。',
    'Sheet "{sheet}", row {row}: a merged area is too large. Unmerge it and try again.',
  ),
  'sheet.text-too-long': refused(
    '工作表“{sheet}”第 {row} 行第 {column} 列文字过长（上限 {limit} 个字符）。',
    'Sheet "{sheet}", row {row}, column {column}: the text is too long (at most {limit} characters).',
  ),
  'row.classified': refused(
    '工作表“{sheet}”第 {row} 行第 {column} 列标有涉密内容。涉密项目不得录入本系统，整份文件已拒绝。',
    'Sheet "{sheet}", row {row}, column {column} is marked as classified. Classified projects must not enter this system; the whole file was refused.',
  ),

  'cell.not-a-number': { zh: '“{text}”不是数。', en: '"{text}" is not a number.' },
  'cell.too-large': { zh: '“{text}”数值过大。', en: '"{text}" is too large.' },
  'cell.unit-unknown': {
    zh: '不知道“{text}”的金额单位，请为这一列选择单位。',
    en: 'The unit of "{text}" is not known; choose one for the column.',
  },
  'cell.not-a-day': { zh: '“{text}”不是日期。', en: '"{text}" is not a date.' },
  'cell.ambiguous-day': {
    zh: '“{text}”可能是两个日期，请写成 2020年10月 这样的形式。',
    en: '"{text}" can mean two dates; write it like 2020-10.',
  },
  'cell.unknown-word': { zh: '不认识“{text}”。', en: '"{text}" is not a known word.' },
  'cell.missing': { zh: '必填而未填。', en: 'This must be filled.' },
  'cell.error-value': { zh: '公式出错（{text}）。', en: 'The formula gives an error ({text}).' },
  'cell.not-calculated': {
    zh: '公式没有保存结果。请用 WPS 或 Excel 打开、保存一次后重试。',
    en: 'The formula has no stored value. Open and save the file once, then try again.',
  },
  'cell.unreadable': { zh: '“{text}”无法识别。', en: '"{text}" cannot be read.' },

  'header.not-found': { zh: '没有找到表头。', en: 'No header row was found.' },
  'field.required-missing': { zh: '没有找到“{field}”这一列。', en: 'There is no column for {field}.' },
  'column.doubtful': {
    zh: '“{header}”按相近名称认作“{field}”，请核对。',
    en: '"{header}" was taken for {field} by likeness; please check.',
  },
  'column.claimed-twice': {
    zh: '“{header}”与另一列含义相同，未采用。',
    en: '"{header}" means the same as another column and is left out.',
  },
  'column.unknown': {
    zh: '不认识“{header}”这一列，未采用。',
    en: '"{header}" is not known and is left out.',
  },
  'column.cumulative-unclear': {
    zh: '“{header}”没有说明从何时累计，按自开工累计理解，请核对。',
    en: '"{header}" does not say since when; it is read as since the start of works. Please check.',
  },
  'unit.unknown': {
    zh: '没有找到单位：{name}{header}，请核对。',
    en: 'Not known: {name}{header}. Please check.',
  },
  'amount.merged': {
    zh: '第 {row} 至 {last} 行的金额是合并单元格，只计入首行。',
    en: 'Rows {row} to {last} share one merged amount; it counts in the first only.',
  },
  'amount.rounded': {
    zh: '“{text}”细于分，已四舍五入。',
    en: '"{text}" is finer than the smallest unit and was rounded.',
  },
  'subtotal.differs': {
    zh: '“{header}”的小计与各行之和不符。',
    en: 'The subtotal of "{header}" differs from the sum of its rows.',
  },
  'section.count-differs': {
    zh: '“{text}”写明 {stated} 个，实有 {found} 个。',
    en: '"{text}" states {stated} projects; there are {found}.',
  },
  'code.check-digit': {
    zh: '项目代码 {text} 的校验位不符，请核对。',
    en: 'The check digit of code {text} does not fit; please check.',
  },
  'code.shape': {
    zh: '项目代码 {text} 不是 24 位国家代码。',
    en: 'Code {text} is not a 24-character national code.',
  },
  'rows.same-code': { zh: '与第 {other} 行的项目代码相同。', en: 'Same project code as row {other}.' },

  'row.no-name': { zh: '没有项目名称。', en: 'There is no project name.' },
  'row.no-period': {
    zh: '不知道是哪一期的数，请选择报告期。',
    en: 'The period of the figures is not known; choose one.',
  },
  'row.period-not-ended': {
    zh: '{period} 尚未结束，不能报送期末累计数。',
    en: '{period} has not ended yet.',
  },
  'row.twice': { zh: '与第 {first} 行是同一项目同一期。', en: 'Same project and period as row {first}.' },
  'row.twice-period': {
    zh: '与第 {first} 行是同一期（{period}）。',
    en: 'Same period ({period}) as row {first}.',
  },
  'return.frozen': {
    zh: '这一期已随 {period} 关期，数字不能再改；需要改正的，请提出更正。',
    en: 'Closed with {period}: its figures can no longer change; propose a correction.',
  },
  'return.locked': {
    zh: '{period} 已于 {locks} 截止填报；请联系调度单位代报，或在关期后提出更正。',
    en: '{period} was locked on {locks}; ask the dispatch office to enter it, or propose a correction after closing.',
  },
  'return.not-open': {
    zh: '{period} 从 {opens} 起开放填报，请到时再填。',
    en: '{period} opens on {opens}; enter it then.',
  },
  'return.wrong-state': {
    zh: '{period} 的报送已经提交或审核，数字不能再改；要改请先撤回，或请审核单位退回。',
    en: 'The return of {period} was sent or accepted; withdraw it first, or ask for it to be sent back.',
  },
  'row.code-and-name-differ': {
    zh: '代码是一个项目的，名称是另一个项目的，请选择。',
    en: 'The code is one project’s and the name another’s; choose one.',
  },
  'row.not-yours': {
    zh: '库中没有您负责的这个项目，填报岗位不能新增项目。',
    en: 'You have no such project, and a reporter cannot begin one.',
  },
  'list.unknown': { zh: '没有“{name}”这张清单。', en: 'There is no list "{name}".' },
  'figure.fell': {
    zh: '本年累计数比上一期小，请核对。',
    en: 'The year-to-date figure is smaller than before; please check.',
  },
  'figure.negative': { zh: '数值为负，请核对。', en: 'The figure is negative; please check.' },
  'months.gap': {
    zh: '之前有月份未报，累计数可能偏小。',
    en: 'Earlier months are missing; the sum may be too small.',
  },
}
