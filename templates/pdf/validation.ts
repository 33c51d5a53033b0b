/**
 * Checks that a viewer runs when a field is left. They say what `templates/forms/checks.ts` says; a test holds them to it.
 *
 * Key filters do not block keys in Chrome, and the viewers' own date functions turn 31.02. into 03.03. without a word: hence this.
 */
import {MONTHS} from '../../parser/language/months.ts'

/** What can be checked; `date-part` is the day, the month or the year of a date in pieces. */
export type Check = 'date' | 'date-part' | 'iin' | 'bin' | 'iin-bin' | 'phone' | 'email'

/** Messages of the checks, in the language of the form. */
export interface CheckMessages {
  date: string
  number: string
  phone: string
  email: string
}

const refuse = (message: string): string => `app.alert(${JSON.stringify(message)});event.rc=false;`
const DAY = 'function day(y,m,d){var t=new Date(2000,0,1);t.setFullYear(y,m-1,d);return t.getMonth()==m-1&&t.getDate()==d}'
const CHECK_DIGIT =
  'function sum(v,o){var s=0;for(var i=0;i<11;i++)s+=(+v.charAt(i))*((i+o)%11+1);return s%11}' +
  'function right(v){var c=sum(v,0);if(c==10)c=sum(v,2);return c==+v.charAt(11)}'
/** Six of the seven rules of an IIN: twelve digits, and its date of birth. */
const BORN =
  'function born(v){var c=+v.charAt(6),y=+v.substr(0,2),m=+v.substr(2,2),d=+v.substr(4,2);if(c>6)return false;' +
  'return c?day(1700+Math.ceil(c/2)*100+y,m,d):day(1900+y,m,d)||day(2000+y,m,d)}'
const REGISTERED = 'function registered(v){var m=+v.substr(2,2);return m>0&&m<13}'

/** The script of a check. */
export function checkScript(check: Check, messages: CheckMessages): string {
  switch (check) {
    case 'date':
      // a date in words is left alone
      return (
        `${DAY}var v=""+event.value,m=/^\\s*(\\d{1,2})[.\\/-](\\d{1,2})[.\\/-](\\d{4})\\s*$/.exec(v),` +
        'n=/^\\s*(\\d{4})[.\\/-](\\d{1,2})[.\\/-](\\d{1,2})\\s*$/.exec(v);' +
        `if(m&&!day(+m[3],+m[2],+m[1])||n&&!day(+n[1],+n[2],+n[3])){${refuse(messages.date)}}`
      )
    case 'date-part':
      return datePartScript(messages.date)
    case 'iin':
      return numberScript('born(v)', `${DAY}${BORN}`, messages.number)
    case 'bin':
      return numberScript('registered(v)', REGISTERED, messages.number)
    case 'iin-bin':
      return numberScript('(born(v)||registered(v))', `${DAY}${BORN}${REGISTERED}`, messages.number)
    case 'phone':
      return `var v=""+event.value;if(v!==""&&v.replace(/\\D/g,"").length<5){${refuse(messages.phone)}}`
    case 'email':
      return `var v=""+event.value;if(v!==""&&!/^\\s*[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;.]{2,}\\s*$/.test(v)){${refuse(messages.email)}}`
  }
}

const numberScript = (rule: string, functions: string, message: string): string =>
  `${functions}${CHECK_DIGIT}var v=(""+event.value).replace(/[\\s-]/g,"");` +
  // «-» is no number, though nothing is left of it
  `if(/\\S/.test(""+event.value)&&!(/^\\d{12}$/.test(v)&&${rule}&&right(v))){${refuse(message)}}`

/** «ақпан», «ақп.», «02», «2»: the months by their first letters; «қаз» is October, «қар» November. */
const MONTH_STEMS = MONTHS.map((name) => name.slice(0, 3))

/**
 * Runs on leaving any of the three places, and looks at the other two: `birth-date-day`, `birth-date-month`, `birth-date-year`. While one
 * of them is open, a day up to 31 is right.
 */
function datePartScript(message: string): string {
  return (
    `${DAY}var d=this,t=event.target.name,k=/-(day|month|year)(-\\d+)?$/.exec(t),b=t.slice(0,t.length-k[0].length);` +
    'function get(p){if(p==k[1])return ""+event.value;var f=d.getField(b+"-"+p+(k[2]||""));return f?""+f.value:""}' +
    `function month(s){if(/^\\s*\\d+\\s*$/.test(s))return +s;var a=${JSON.stringify(MONTH_STEMS)},w=s.replace(/^\\s+/,"").toLowerCase();` +
    'for(var i=0;i<12;i++)if(w.indexOf(a[i])===0)return i+1;return 0}' +
    'var day0=get("day"),y=get("year"),m=month(get("month")),n=+day0,no=day0!==""&&/^\\s*\\d+\\s*$/.test(day0)&&' +
    '(n<1||n>31||m>12||m>0&&!day(/\\d/.test(y)?(+y<100?2000+ +y:+y):2000,m,n));' +
    `if(no||m>12){${refuse(message)}}`
  )
}
