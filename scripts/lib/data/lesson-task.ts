/** What one source teaches. */
import type {SourceInput} from '../../../parser/index.ts'
import {lessonOf} from '../../../parser/lesson.ts'
import {keepLesson, writtenLesson, type WrittenLesson} from './reading-store.ts'
import type {Workshop} from './workshop.ts'

export interface LessonOrder {
  shop: Workshop
  input: SourceInput
}

/** What a source teaches; for JSON, as it is kept. */
export function lessonTask({shop, input}: LessonOrder): WrittenLesson {
  const lesson = writtenLesson(lessonOf(input))
  keepLesson(shop, input, lesson)
  return lesson
}
