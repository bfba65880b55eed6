import type { FileMessage } from './file-message.ts'

/** What is said of a roster's cell that cannot be taken; values in braces are named by the findings. */
export const ROSTER_MESSAGES: Readonly<Record<string, FileMessage>> = {
  'roster.sheet-missing': {
    zh: '没有找到工作表“{name}”或它的表头。请使用下载的模板，不要改动表名和表头。',
    en: 'There is no sheet "{name}" with its header. Use the template, and leave names of sheets and headers as they are.',
  },
  'roster.header-missing': { zh: '缺少“{header}”列。', en: 'The column "{header}" is missing.' },
  'roster.nothing': {
    zh: '表里没有填写任何单位和人员。',
    en: 'The sheets hold no unit and no person.',
  },
  'roster.too-many': { zh: '行数超过上限 {limit} 行。', en: 'More than {limit} lines.' },
  'roster.required': { zh: '“{header}”没有填写。', en: '"{header}" is blank.' },
  'roster.too-long': {
    zh: '“{header}”超过 {limit} 个字。',
    en: '"{header}" is longer than {limit} characters.',
  },
  'roster.unknown-kind': {
    zh: '单位类别“{text}”不认识，应为：{allowed}。',
    en: 'No such kind of unit: "{text}". It is one of {allowed}.',
  },
  'roster.unknown-role': {
    zh: '岗位“{text}”不认识，应为：{allowed}。',
    en: 'No such post: "{text}". It is one of {allowed}.',
  },
  'roster.unit-twice': {
    zh: '“{name}”与别的单位同名，或是它的简称。',
    en: '"{name}" is the name or short name of another unit.',
  },
  'roster.parent-missing': {
    zh: '上级单位“{name}”不在表中，系统里也没有。',
    en: 'The parent "{name}" is neither in the sheet nor known already.',
  },
  'roster.cycle': { zh: '上级关系成了一个圈：{path}。', en: 'The parents run in a circle: {path}.' },
  'roster.unit-missing': {
    zh: '单位“{name}”不在单位表中，系统里也没有。',
    en: 'The unit "{name}" is neither in the sheet of units nor known already.',
  },
  'roster.login-form': {
    zh: '登录名“{text}”不合要求：2 至 32 位小写字母、数字和 . _ -，以字母或数字开头。',
    en: 'The login "{text}" will not do: 2 to 32 lower-case letters, digits and . _ -, beginning with a letter or digit.',
  },
  'roster.login-other-name': {
    zh: '登录名 {login} 已用于“{name}”，姓名不同。',
    en: 'The login {login} is that of {name}, who has another name.',
  },
  'roster.login-taken': {
    zh: '登录名 {login} 已被占用，请换一个。',
    en: 'The login {login} is taken; choose another.',
  },
  'roster.same-name': {
    zh: '“{name}”与第 {first} 行同名且都没有登录名，分不清是否同一人。请填写登录名：同一人相同，不同人不同。',
    en: '{name} stands in row {first} too, and neither has a login: nobody can tell whether they are one person. Give logins.',
  },
  'roster.post-twice': { zh: '与第 {first} 行重复。', en: 'The same as row {first}.' },
}
