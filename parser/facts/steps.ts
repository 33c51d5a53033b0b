/**
 * The way to a service, step by step, out of the points that speak of it; a step that no point tells is left out.
 *
 *     13. … құжаттарды … орталыққа тапсырады.⏎14. … қолхат беріледі.⏎15. … нәтижесі тұтынушыға беріледі: …
 *     submission (13), confirmation (14), delivery (15)
 */
import type {Point, Step} from '../model/index.ts'
import {readApplication} from './application.ts'
import {readConfirmation} from './confirmation.ts'
import {readDelivery, readDeliveryAtOnce} from './delivery.ts'
import {readStorage} from './storage.ts'
import {readSubmission} from './submission.ts'
import {findPoint, usualNumber} from './topics.ts'

const TOPICS = ['application', 'submission', 'confirmation', 'delivery'] as const

/** The steps in the order in which a person takes them. */
export function readSteps(points: readonly Point[]): Step[] {
  const [application, submission, confirmation, delivery] = pointsOf(points)
  return [
    ...readApplication(application),
    ...readSubmission(submission),
    ...readConfirmation(confirmation),
    ...readDeliveryAtOnce(confirmation),
    ...readDelivery(delivery),
    ...readStorage(delivery),
  ]
}

/** A point that two steps lay claim to, as its neighbour is lost, goes to the one whose usual place is nearer. */
function pointsOf(points: readonly Point[]): [Point | null, Point | null, Point | null, Point | null] {
  const found = TOPICS.map((topic) => ({topic, point: findPoint(points, topic)}))
  const shift = (topic: (typeof TOPICS)[number], point: Point) => Math.abs(Number(point.number) - usualNumber(topic))
  const own = (at: number): Point | null => {
    const {topic, point} = found[at]!
    if (!point) return null
    return found.some((other) => other.point === point && shift(other.topic, point) < shift(topic, point)) ? null : point
  }
  return [own(0), own(1), own(2), own(3)]
}
