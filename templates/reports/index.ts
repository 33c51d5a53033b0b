import type {Template} from '../wording.ts'
export const REPORT_TEMPLATES = [] as readonly string[]
export type ReportTemplates = Record<string, Template>
export interface ReportAssets {reports: ReportTemplates}
