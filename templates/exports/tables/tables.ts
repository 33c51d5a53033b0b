/** The tables that are published beside the data, each with what its rows are made from. */
import {mainDeadline} from '../../../parser/facts/main-deadline.ts'
import type {Annex, Deadline, Facts, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import type {Table} from './table.ts'

interface ServiceRow {
  standard: Standard
  resolution: Pick<Resolution, 'id' | 'repealedBy'>
}

/** One service a row: what the first screen of its page says. */
export const services: Table<ServiceRow> = {
  name: 'services',
  title: {kk: 'Қызметтер', en: 'Services'},
  description: 'The public services whose standards are published, one a row.',
  key: ['id'],
  columns: [
    {name: 'id', title: 'Стандарттың белгісі', description: 'id of the standard', value: ({standard}) => standard.id},
    {name: 'title', title: 'Атауы', description: 'title of the standard', value: ({standard}) => standard.title},
    {name: 'resolution', title: 'Қаулы', description: 'id of the resolution that approves it', value: ({resolution}) => resolution.id},
    {
      name: 'legal_status',
      title: 'Күші',
      description: 'in-force or repealed: the resolution’s; an excluded standard counts as repealed',
      value: ({standard}) => standard.legalStatus,
    },
    {
      name: 'status',
      title: 'Мәтіні',
      description: 'included or excluded: whether the act still holds its text',
      value: ({standard}) => standard.status,
    },
    {
      name: 'repealed_on',
      title: 'Күшін жойған актінің күні',
      description: 'date of the act that repealed the resolution',
      datatype: 'date',
      value: ({resolution}) => resolution.repealedBy?.date ?? null,
    },
    {
      name: 'repealed_by',
      title: 'Күшін жойған актінің нөмірі',
      description: 'its number',
      value: ({resolution}) => resolution.repealedBy?.number ?? null,
    },
    {
      name: 'provider',
      title: 'Кім көрсетеді',
      description: 'who gives the service, as printed',
      value: ({standard}) => standard.facts.provider,
    },
    {name: 'recipients', title: 'Кімге', description: 'who may ask for it, as printed', value: ({standard}) => standard.facts.recipients},
    {
      name: 'audience',
      title: 'Тобы',
      description: 'group of people it is listed under',
      value: ({standard}) => standard.facts.audience ?? null,
    },
    {name: 'form', title: 'Нысаны', description: 'automated: full, partial or none', value: ({standard}) => standard.facts.form},
    {
      name: 'result',
      title: 'Нәтижесі',
      description: 'what the service results in, as printed',
      list: true,
      value: ({standard}) => standard.facts.result,
    },
    {
      name: 'longest_deadline',
      title: 'Ең ұзақ мерзім',
      description: 'the longest deadline of the service itself: no waiting in a queue, no step on the way; 1.5 is one and a half',
      datatype: 'decimal',
      value: ({standard}) => mainDeadline(standard.facts)?.amount ?? null,
    },
    {
      name: 'longest_deadline_unit',
      title: 'Оның өлшемі',
      description: 'minutes, hours, working-days, calendar-days, days, weeks, months, quarters, years',
      value: ({standard}) => mainDeadline(standard.facts)?.unit ?? null,
    },
    {name: 'fee', title: 'Ақысы', description: 'free or paid', value: ({standard}) => standard.facts.fee?.kind ?? null},
    {
      name: 'documents',
      title: 'Құжаттар саны',
      description: 'number of documents listed',
      datatype: 'integer',
      value: ({standard}) => standard.facts.documents.length,
    },
    {name: 'websites', title: 'Сайттар', description: 'as printed', list: true, value: ({standard}) => standard.facts.websites},
    {
      name: 'phones',
      title: 'Телефондар',
      description: 'as printed',
      list: true,
      value: ({standard}) => standard.facts.phones.map(({text}) => text),
    },
  ],
}

interface FactRow<Fact> {
  standard: Standard
  fact: Fact
  index: number
}

const factColumns = [
  {
    name: 'standard',
    title: 'Стандарттың белгісі',
    description: 'id of the standard',
    value: ({standard}: FactRow<unknown>) => standard.id,
  },
  {
    name: 'number',
    title: 'Р/с',
    description: 'running number in the standard',
    datatype: 'integer' as const,
    value: ({index}: FactRow<unknown>) => index + 1,
  },
]

/** One document a row. */
export const documents: Table<FactRow<Facts['documents'][number]>> = {
  name: 'documents',
  title: {kk: 'Құжаттар', en: 'Documents to bring'},
  description: 'Every document that a standard asks for, one a row, in the order of the text.',
  key: ['standard', 'number'],
  columns: [
    ...factColumns,
    {name: 'text', title: 'Құжат', description: 'as printed', value: ({fact}) => fact.text},
    {
      name: 'channel',
      title: 'Қайда',
      description: 'way of asking it holds for; empty: every way',
      list: true,
      value: ({fact}) => fact.channel?.split(', ') ?? null,
    },
    {name: 'case', title: 'Қандай жағдайда', description: 'case it holds for, as printed', value: ({fact}) => fact.case},
    {name: 'point', title: 'Тармақ', description: 'point of the standard', value: ({fact}) => fact.point},
  ],
}

/** One deadline a row. */
export const deadlines: Table<FactRow<Deadline>> = {
  name: 'deadlines',
  title: {kk: 'Мерзімдер', en: 'Deadlines'},
  description: 'Every deadline that a standard names, one a row.',
  key: ['standard', 'number'],
  columns: [
    ...factColumns,
    {name: 'what', title: 'Не', description: 'what takes that long, as printed', value: ({fact}) => fact.what},
    {name: 'text', title: 'Мерзім', description: 'as printed', value: ({fact}) => fact.text},
    {name: 'amount', title: 'Саны', description: 'in the unit; 1.5 is one and a half', datatype: 'decimal', value: ({fact}) => fact.amount},
    {
      name: 'unit',
      title: 'Өлшемі',
      description: 'minutes, hours, working-days, calendar-days, days, weeks, months, quarters, years',
      value: ({fact}) => fact.unit,
    },
    {
      name: 'channel',
      title: 'Қайда',
      description: 'way of asking it holds for; empty: every way',
      list: true,
      value: ({fact}) => fact.channel?.split(', ') ?? null,
    },
    {name: 'point', title: 'Тармақ', description: 'point of the standard', value: ({fact}) => fact.point},
    {
      name: 'kind',
      title: 'Түрі',
      description:
        'service: how long the service takes; wait: in a queue; attendance: at the counter; step: something on the way or afterwards',
      value: ({fact}) => fact.kind ?? null,
    },
  ],
}

interface IndicatorRow {
  annex: Annex
  indicator: NonNullable<Annex['indicators']>[number]
  index: number
}

/** One indicator a row. */
export const indicators: Table<IndicatorRow> = {
  name: 'indicators',
  title: {kk: 'Сапа және тиімділік көрсеткіштері', en: 'Indicators of quality and efficiency'},
  description: 'Every indicator of the tables of the standards, one a row.',
  key: ['annex', 'number'],
  columns: [
    {name: 'annex', title: 'Қосымшаның белгісі', description: 'id of the annex', value: ({annex}) => annex.id},
    {name: 'number', title: 'Р/с', description: 'running number in the annex', datatype: 'integer', value: ({index}) => index + 1},
    {name: 'group', title: 'Тобы', description: 'heading of the group, as printed', value: ({indicator}) => indicator.group},
    {name: 'code', title: 'Коды', description: 'as printed', value: ({indicator}) => indicator.code},
    {name: 'label', title: 'Көрсеткіш', description: 'as printed', value: ({indicator}) => indicator.label},
    {name: 'normative', title: 'Нормативтік мәні', description: 'as printed', value: ({indicator}) => indicator.normative},
    {name: 'target', title: 'Нысаналы мәні', description: 'as printed', value: ({indicator}) => indicator.target},
    {name: 'current', title: 'Ағымдағы мәні', description: 'as printed', value: ({indicator}) => indicator.current},
  ],
}

interface DiscrepancyRow {
  office: Office
  discrepancy: Office['discrepancies'][number]
  value: Office['discrepancies'][number]['values'][number]
  index: number
}

/** One value of a discrepancy a row. */
export const discrepancies: Table<DiscrepancyRow> = {
  name: 'discrepancies',
  title: {kk: 'Мекемелер тізімдеріндегі айырмашылықтар', en: 'Discrepancies between the lists of offices'},
  description: 'What the lists of offices disagree about: each value of each field on a row of its own.',
  key: ['office', 'field', 'number'],
  columns: [
    {name: 'office', title: 'Мекеменің белгісі', description: 'id of the office', value: ({office}) => office.id},
    {name: 'office_name', title: 'Атауы', description: 'as printed', value: ({office}) => office.name},
    {name: 'region', title: 'Өңір', description: 'as printed', value: ({office}) => office.region},
    {name: 'field', title: 'Өріс', description: 'name, address, phones, emails or hours', value: ({discrepancy}) => discrepancy.field},
    {name: 'number', title: 'Р/с', description: 'running number of the value', datatype: 'integer', value: ({index}) => index + 1},
    {name: 'value', title: 'Мәні', description: 'as printed', value: ({value}) => value.value},
    {name: 'date', title: 'Күні', description: 'of the latest edition that prints it', datatype: 'date', value: ({value}) => value.date},
    {name: 'annexes', title: 'Қосымшалар', description: 'ids of the annexes that print it', list: true, value: ({value}) => value.annexes},
    {
      name: 'parts',
      title: 'Не өзгеше',
      description: 'what of the field differs, the weightiest first',
      list: true,
      value: ({discrepancy}) => discrepancy.parts,
    },
  ],
}

/** The register of offices; its columns are part of the public contract. */
export const offices: Table<Office> = {
  name: 'offices',
  title: {kk: 'Мекемелер', en: 'Offices'},
  description: 'The register of offices, one a row, as the latest edition prints each.',
  key: ['id'],
  columns: [
    {name: 'id', title: 'Мекеменің белгісі', description: 'stable id', value: ({id}) => id},
    {name: 'name', title: 'Атауы', description: 'as printed', value: ({name}) => name},
    {
      name: 'kind',
      title: 'Түрі',
      description: 'service-centre, pension-department, defence-department, archive …',
      value: ({kind}) => kind,
    },
    {name: 'region', title: 'Өңір', description: 'region or city of republican importance', value: ({region}) => region},
    {name: 'district', title: 'Аудан', description: 'district', value: ({district}) => district},
    {name: 'locality', title: 'Елді мекен', description: 'city, settlement or village', value: ({locality}) => locality},
    {name: 'address', title: 'Мекенжайы', description: 'as printed', value: ({address}) => address},
    {name: 'phones', title: 'Телефондары', description: 'as printed', list: true, value: ({phones}) => phones.map(({text}) => text)},
    {
      name: 'phones_e164',
      title: 'Халықаралық нөмірлері',
      description:
        'in the form E.164, where certain; the plus makes a spreadsheet compute, hence the apostrophe before the first: take it away to get the value',
      list: true,
      value: ({phones}) => phones.flatMap(({e164}) => e164 ?? []),
    },
    {name: 'emails', title: 'Электрондық пошта', description: 'as printed', list: true, value: ({emails}) => emails},
    {name: 'hours', title: 'Жұмыс уақыты', description: 'as printed', value: ({hours}) => hours},
    {
      name: 'annexes',
      title: 'Қосымшалар',
      description: 'ids of the annexes whose lists name it',
      list: true,
      value: ({appearances}) => [...new Set(appearances.map(({annex}) => annex))],
    },
    {
      name: 'discrepancies',
      title: 'Айырмашылықтар',
      description: 'fields that the lists disagree about',
      list: true,
      value: ({discrepancies: found}) => found.map(({field}) => field),
    },
  ],
}
