/**
 * Lines that the width of the page cut.
 *
 *       "… сертификаты) берілді деп есептеледі және" ⏎ "уәкілетті орган …"
 *       "www.egov.kz интернет-" ⏎ "ресурсында"   "11" ⏎ "-оф"   "түскі үзіліс (" ⏎ "сенбі"
 *
 * become «… есептеледі және уәкілетті орган», «интернет-ресурсында», «11-оф», «(сенбі».
 */

const OPENS_AT_END = /[(«“„]$/u
const CLOSES_AT_START = /^[),.;:!?»”]/u
const HYPHEN_AT_END = /[\p{L}\p{N}]-$/u
const HYPHEN_AT_START = /^-[\p{L}\p{N}]/u
const SLASH = /[\p{N}]\/$/u

/** Joins a line to the text before it: with a blank, or without one where a mark or a hyphen was cut. */
export function joinWrapped(text: string, next: string): string {
  const head = text.trimEnd()
  const tail = next.trim()
  if (head === '') return tail
  if (tail === '') return head
  if (OPENS_AT_END.test(head) || CLOSES_AT_START.test(tail) || SLASH.test(head)) return head + tail
  if (HYPHEN_AT_END.test(head) && /^[\p{L}\p{N}]/u.test(tail)) return head + tail
  if (HYPHEN_AT_START.test(tail) && /[\p{L}\p{N}]$/u.test(head)) return head + tail
  return `${head} ${tail}`
}
