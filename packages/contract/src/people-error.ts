import type { ErrorEntry } from './error-entry.ts'

/** What changes of units, projects, people and passwords refuse. */
export const PEOPLE_ERRORS = {
  'reorganise.day-ahead': {
    status: 422,
    zh: '生效日期 {day} 晚于今天（{today}），未写入。请到生效当日再办理，或改用今天以前的日期。',
    en: 'The day {day} lies after today ({today}); nothing was written. Come back on that day, or take an earlier one.',
  },
  'reorganise.written-later': {
    status: 409,
    zh: '“{name}”自 {day} 起已有新的登记，不能从更早的日期调整，未写入。请改用 {day} 或以后的日期。',
    en: '“{name}” has been changed from {day} on; it cannot be changed from an earlier day. Nothing was written; take {day} or a later day.',
  },
  'reorganise.unit-unknown': {
    status: 422,
    zh: '所选单位不存在或已撤销，未写入。请刷新后重选。',
    en: 'That unit does not exist or has been closed; nothing was written. Reload and choose again.',
  },
  'reorganise.project-unknown': {
    status: 422,
    zh: '所选项目不存在、已退出或不属该单位，未写入。请刷新后重选。',
    en: 'That project does not exist, has left, or is not of that unit; nothing was written. Reload and choose again.',
  },
  'reorganise.post-unknown': {
    status: 422,
    zh: '所选岗位不在该单位，未写入。请刷新后重选。',
    en: 'That post is not in that unit; nothing was written. Reload and choose again.',
  },
  'reorganise.nothing': {
    status: 422,
    zh: '与现状相同，没有可以写入的变化。',
    en: 'That is how it stands already; there is nothing to write.',
  },
  'reorganise.name-taken': {
    status: 422,
    zh: '名称“{name}”已被使用（含曾用名），未写入。请换一个名称。',
    en: 'The name “{name}” is in use, or was once; nothing was written. Take another.',
  },
  'reorganise.cycle': {
    status: 422,
    zh: '“{parent}”是“{unit}”本身或其下级，不能作为它的上级，未写入。',
    en: '“{parent}” is “{unit}” itself or below it and cannot stand above it; nothing was written.',
  },
  'reorganise.into-itself': {
    status: 422,
    zh: '不能并入自身，未写入。',
    en: 'Nothing can be merged into itself; nothing was written.',
  },
  'reorganise.has-units': {
    status: 422,
    zh: '“{unit}”还有 {count} 个下级单位，不能撤销，未写入。请先把下级单位划转到其他单位。',
    en: '“{unit}” still has {count} units below it and cannot be closed; nothing was written. Move them first.',
  },
  'reorganise.returns-later': {
    status: 409,
    zh: '“{name}”已报送 {period} 的数字，晚于生效日期所在期，未写入。请改用该期以内的日期。',
    en: '“{name}” has figures for {period}, after the period of that day; nothing was written. Take a day inside that period.',
  },
  'reorganise.figures-missing': {
    status: 422,
    zh: '请填写 {period} 的累计数，原来报过的每一项都要填，且不填其他项；未写入。',
    en: 'Give the cumulative figures of {period}: each that was reported before, and no other. Nothing was written.',
  },
  'reorganise.figure-too-large': {
    status: 422,
    zh: '划给新项目的累计数超过原项目已报数（{field}），未写入。',
    en: 'The new project’s part is larger than what was reported ({field}); nothing was written.',
  },
  'reorganise.total-too-large': {
    status: 422,
    zh: '划给新项目的总投资超过原项目总投资，未写入。',
    en: 'The new project’s part is larger than the total investment; nothing was written.',
  },
  'reorganise.part-too-large': {
    status: 422,
    zh: '划给新项目的年度计划超过原计划（清单 {list}），未写入。',
    en: 'The new project’s part is larger than the plan on list {list}; nothing was written.',
  },
  'reorganise.list-unknown': {
    status: 422,
    zh: '原项目不在所选清单上，未写入。请刷新后重填。',
    en: 'The project does not stand on that list; nothing was written. Reload and try again.',
  },
  'reorganise.plans-differ': {
    status: 422,
    zh: '调整后年度计划合计与调整前不一致，未写入。两个项目所在清单不同，请先在清单上调整一致。',
    en: 'The annual plans would not add up to what they were; nothing was written. The projects stand on different lists: put that right first.',
  },
  'reorganise.stale': {
    status: 409,
    zh: '预览之后数据有了变化，未写入。已重新核对，请看过后再确认。',
    en: 'Data changed after the preview; nothing was written. It has been checked again: look and confirm once more.',
  },
  'person.login-taken': {
    status: 422,
    zh: '账号“{login}”已被使用，未写入。请换一个账号。',
    en: 'The account “{login}” is in use; nothing was written. Take another.',
  },
  'person.self': {
    status: 422,
    zh: '不能对本人办理此项，没有写入任何数据。',
    en: 'You cannot do this to yourself; nothing was written.',
  },
  'person.self-successor': {
    status: 422,
    zh: '接手人不能是本人，未写入。请另选一人。',
    en: 'Nobody can hand over to themselves; nothing was written. Choose another person.',
  },
  'person.no-posts': {
    status: 422,
    zh: '此人没有在任岗位，未写入。',
    en: 'This person holds no post; nothing was written.',
  },
  'person.no-account': {
    status: 422,
    zh: '此人没有可用账号，未写入。',
    en: 'This person has no account in use; nothing was written.',
  },
  'post.not-allowed': {
    status: 403,
    zh: '您无权对此人或此岗位办理该事项。没有写入任何数据。',
    en: 'You may not do this to that person or post. Nothing was written.',
  },
  'post.held': {
    status: 422,
    zh: '此人在该单位已有同样的岗位，未写入。',
    en: 'This person holds that post there already; nothing was written.',
  },
  'post.last-keeper': {
    status: 422,
    zh: '这是最后一个能管理岗位的岗位，不能结束，未写入。请先安排接替的人。',
    en: 'This is the last post that can keep posts; it cannot end. Nothing was written; appoint somebody else first.',
  },
  'password.wrong': {
    status: 422,
    zh: '原口令不正确，未更改。',
    en: 'The old password is wrong; nothing was changed.',
  },
} as const satisfies Record<string, ErrorEntry>
