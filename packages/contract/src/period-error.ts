import type { ErrorEntry } from './error-entry.ts'

export const PERIOD_ERRORS = {
  'return.wrong-state': {
    status: 409,
    zh: '这份报送目前是“{state}”，不能这样办理。没有改动，请刷新后再看。',
    en: 'This return is {state} now and cannot be moved like this. Nothing was changed; load the page again.',
  },
  'return.not-yours': {
    status: 403,
    zh: '这份报送不由您的岗位办理。没有改动。',
    en: 'This return is not for your post to move. Nothing was changed.',
  },
  'return.not-open': {
    status: 422,
    zh: '{period}从{opens}起开放填报，现在还不能提交；已填内容可以存为草稿。',
    en: '{period} opens on {opens}; it cannot be submitted yet. What you typed can be kept as a draft.',
  },
  'return.locked': {
    status: 409,
    zh: '{period}已于{locks}截止填报。没有写入；请联系调度单位代报，或在关期后提出更正。',
    en: '{period} was locked on {locks}. Nothing was written; ask the dispatch office to enter it, or propose a correction after closing.',
  },
  'return.not-asked': {
    status: 422,
    zh: '项目 {project} 不在这份报送之内，整份没有写入。',
    en: 'Project {project} is not asked for in this return; nothing of it was written.',
  },
  'return.check-failed': {
    status: 422,
    zh: '有 {count} 处数据不能成立，没有写入。请按表中标出的位置改正，填写内容仍在。',
    en: '{count} figures cannot be right; nothing was written. Mend the marked cells; what you typed is kept.',
  },
  'return.warning-unexplained': {
    status: 422,
    zh: '有 {count} 处提示须写明原因才能提交，没有写入。填写内容仍在。',
    en: '{count} warnings need a reason before submitting; nothing was written. What you typed is kept.',
  },
  'return.incomplete': {
    status: 422,
    zh: '还有 {count} 个项目没有本期数，没有写入。没有进展也请填报累计数。',
    en: '{count} projects have no figure of this period; nothing was written. Report the cumulative figure even without progress.',
  },
  'return.reason-missing': {
    status: 422,
    zh: '退回须写明原因，没有改动。',
    en: 'Returning needs a reason; nothing was changed.',
  },
  'return.draft-changed': {
    status: 409,
    zh: '本单位另有人更新了草稿。您填写的内容仍在本机，请核对后再存。',
    en: 'Somebody of your unit has changed the draft. What you typed is still on this device: compare and keep again.',
  },
  'form.refused': {
    status: 422,
    zh: '这份套表没有填成：{message}',
    en: 'The form was not filled: {messageEn}',
  },
  'intake.no-unit': {
    status: 422,
    zh: '还不知道这份表是哪个单位的，没有写入。请在表中选定单位。',
    en: 'Whose file this is is not known; nothing was written. Choose its unit in the table.',
  },
  'intake.not-asked': {
    status: 422,
    zh: '{unit} 在{period}没有应报的项目，没有写入。请核对单位和报送期。',
    en: '{unit} is asked nothing for {period}; nothing was written. Check unit and period.',
  },
  'intake.no-row': {
    status: 422,
    zh: '表中没有一行是该单位本期应报项目的数字，没有写入。请核对单位、报送期和项目名称。',
    en: 'No row has a figure of a project that its unit is asked for the period; nothing was written. Check unit, period and names.',
  },
  'intake.conflicts': {
    status: 409,
    zh: '有 {count} 个项目的数字与另一份表或台账不一致，还没有选定，这份表没有写入。',
    en: '{count} projects have other figures in another file or in the ledger; choose first. Nothing of this file was written.',
  },
  'intake.left-out': {
    status: 409,
    zh: '这份表设为不收，没有写入。',
    en: 'This file is set not to be taken; nothing was written.',
  },
  'evidence.not-a-photo': {
    status: 422,
    zh: '只接收 JPEG、PNG 或 WebP 照片，这个文件没有保存。',
    en: 'Only JPEG, PNG or WebP photos are taken; this file was not kept.',
  },
  'evidence.too-many': {
    status: 409,
    zh: '该项目本期已有 {limit} 张照片，这一张没有保存。',
    en: 'The project has {limit} photos for this period; this one was not kept.',
  },
  'period.closed': {
    status: 409,
    zh: '{period}已经关期，数字不能再改，没有写入。需要改正的，请提出更正，经另一人批准后进入下期更正说明。',
    en: '{period} is closed and its figures can no longer change; nothing was written. Propose a correction: once another person approves, it enters the next correction note.',
  },
  'period.not-closed': {
    status: 409,
    zh: '{period}还没有关期，没有改动；可以直接在报送中改正。',
    en: '{period} is not closed; nothing was changed. Correct it in the return itself.',
  },
  'period.not-ended': {
    status: 422,
    zh: '{period}尚未结束，不能关期。',
    en: '{period} has not ended; it cannot be closed.',
  },
  'period.not-confirmed': {
    status: 409,
    zh: '有 {count} 个单位缺报或未审核，与您确认的名单不同，没有关期。请核对名单后再办。',
    en: '{count} units are missing or not accepted, other than those you confirmed; the period was not closed. Compare the list and try again.',
  },
  'period.unlocked': {
    status: 409,
    zh: '{period}正在解锁期内，到 {until} 为止，没有再次解锁。',
    en: '{period} is unlocked until {until} already.',
  },
  'period.not-unlocked': {
    status: 409,
    zh: '{period} 的这次解锁已经结束，没有改动。请刷新后再看。',
    en: 'This unlock of {period} has ended already; nothing was changed. Load the page again.',
  },
  'correction.decided': {
    status: 409,
    zh: '这项更正已经办结，没有改动。',
    en: 'This correction has been decided already; nothing was changed.',
  },
  'correction.own': {
    status: 403,
    zh: '更正须由提出人以外的人批准，没有改动。',
    en: 'A correction is approved by another person than the one who proposed it; nothing was changed.',
  },
  'correction.not-yours': {
    status: 403,
    zh: '这项更正不由您的岗位批准，没有改动。',
    en: 'This correction is not for your post to decide; nothing was changed.',
  },
  'correction.answer-missing': {
    status: 422,
    zh: '不同意须写明原因，没有改动。',
    en: 'A refusal needs a reason; nothing was changed.',
  },
} as const satisfies Record<string, ErrorEntry>
