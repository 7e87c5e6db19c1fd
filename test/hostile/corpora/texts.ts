// Why: people and programs write all of this into names, titles and messages. Extend with every text that was
// ever changed, truncated or executed on its way.
import { badAddresses, badMarkup } from '../../support/hostile-texts.js';

/** Texts of at least one character that must come back unchanged. */
export const hostileTexts: string[] = [
  // Words that mean something to some program
  ...['undefined', 'null', 'NaN', 'true', 'Infinity', '-0', '0x0', '1e400', '[object Object]', 'constructor'],
  ...[
    '__proto__',
    'hasOwnProperty',
    'toString',
    'prototype',
    'CON',
    'nul',
    '../../etc/passwd',
    'C:\\con\\con',
  ],
  // Signs that mean something to some program
  ...[
    '\\',
    '\\\\',
    '"',
    "'",
    '`',
    '%',
    '%s%n',
    '%00',
    '$&',
    '${7*7}',
    '{{7*7}}',
    '<%= 7*7 %>',
    '$(id)',
    '`id`',
  ],
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE contacts; --',
    '*)(uid=*))',
    '() { :; }; true',
    '=1+1',
    '@SUM(1)',
    '&lt;',
  ],
  // Letters of every width and direction
  ...['Zoë', 'Zoe\u0308', 'ﬁ', 'ß', 'İi', 'ﷺ', '﷽', '木漢字', '가각', 'ก็็็็', 'Ω≈ç√', '𝔘𝔫𝔦', '１２３', '٠١٢٣'],
  ...[
    'שלום',
    'مرحبا',
    '\u202eevil\u202c',
    '\u2066a\u2069',
    '\u200f',
    'a\u200bb',
    '\u00a0',
    '\u3000',
    '\u00ad',
  ],
  ...['👩‍👩‍👧‍👦', '🏳️‍🌈', '🇦🇫🇦', '👍🏿', '\u{10ffff}', '\ufffd', '\ufeff', '\ufffe', 'Z̸̢̛͎a̷͜l̶g̵o̴', '☃️'],
  // Control characters and halves of characters
  ...['a\u0000b', '\u0001', '\u001b[31mred', 'a\rb', 'a\nb', 'a\tb', '\u0085', '\u2028', '\u2029', '\u007f'],
  ...['\ud800', 'a\udc00', '\ud83d'],
  ...badMarkup,
  ...badAddresses,
];
