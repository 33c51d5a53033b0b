/** Which annexes a report and a questionnaire are made of: apart from the making, which takes long to load. */
import type {Annex} from '../../parser/model/index.ts'
import {surveyRows} from './indicators.ts'

/** An annex that a report can be made for. */
export const isReport = (annex: Annex): boolean => annex.kind === 'indicators' && (annex.indicators?.length ?? 0) > 0

/** An annex with at least one indicator that recipients can be asked about. */
export const isSurvey = (annex: Annex): boolean => isReport(annex) && surveyRows(annex).length > 0
