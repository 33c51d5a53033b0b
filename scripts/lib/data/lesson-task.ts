/** What one source teaches. */
import type {SourceInput} from '../../../parser/index.ts'
import {lessonOf} from '../../../parser/lesson.ts'
import {keepLesson, type ShelvedLesson} from './reading-store.ts'
import type {Workshop} from './workshop.ts'

export interface LessonOrder {
  shop: Workshop
  /** Place of the source in the collection. */
  place: number
  input: SourceInput
}

export const lessonTask = ({shop, place, input}: LessonOrder): ShelvedLesson => keepLesson(shop, place, input, lessonOf(input))
