// Why: origins are compared as text, and many texts look like one. Extend with every spelling that some
// parser takes for the shop's.

/** Texts that look like `https://shop.example` but are another origin, or none that browsers send. */
export const otherOrigins: string[] = [
  ...[
    'null',
    '*',
    '',
    ' ',
    'shop.example',
    '//shop.example',
    'https://',
    'https:/shop.example',
    'about:blank',
  ],
  ...[
    'http://shop.example',
    'HTTPS://shop.example',
    'https://SHOP.example',
    'wss://shop.example',
    'ftp://shop.example',
  ],
  ...[
    'https://shop.example/',
    'https://shop.example//',
    'https://shop.example/a',
    'https://shop.example?',
    'https://shop.example#',
  ],
  ...['https://shop.example.', 'https://shop.example..', 'https://.shop.example', 'https://shop..example'],
  ...[
    'https://shop.example:443',
    'https://shop.example:0443',
    'https://shop.example:',
    'https://shop.example:80',
  ],
  ...['https://shop.example:8443', 'https://shop.example:65536', 'https://shop.example:x'],
  ...[
    'https://user@shop.example',
    'https://:@shop.example',
    'https://shop.example@evil.example',
    'https://evil.example@shop.example',
  ],
  ...[
    'https://shop.example.evil',
    'https://evilshop.example',
    'https://shop.example.evil.example',
    'https://shop-example',
  ],
  ...[
    'https://shop.examplе',
    'https://ѕhop.example',
    'https://shop。example',
    'https://ｓｈｏｐ.example',
    'https://shop%2eexample',
  ],
  ...[
    'https://%73hop.example',
    'https://shop\u00ad.example',
    'https://shop.example%00',
    'https://shop.example%0d%0a',
  ],
  ...[
    'https://shop.example, https://evil.example',
    'https://evil.example https://shop.example',
    'https://shop.example,',
  ],
  ...[
    'https://[::1]',
    'https://127.0.0.1',
    'https://0x7f.1',
    'https://2130706433',
    'http://localhost:8081',
    'https://localhost:8080',
  ],
  ...[
    'https:\\\\shop.example',
    'https:shop.example',
    'https://shop.example\\',
    'https://*.example',
    'https://*.shop.example',
    'https://*',
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://shop.example/1',
    'file://',
    'chrome-extension://abc',
    'capacitor://localhost',
  ],
];

/** Domains that an administrator, or an attacker with their session, may try to register. */
export const otherDomains: string[] = [
  ...otherOrigins.filter((origin) => origin !== 'https://[::1]'),
  ...[
    'https://*',
    'https://*.',
    'https://*.com',
    'https://**.shop.example',
    'https://a*.shop.example',
    'https://shop.*',
  ],
  ...[
    'https://*.*.example',
    'https://*.127.0.0.1',
    'https://*.[::1]',
    'https://shop.example:*',
    '*://shop.example',
  ],
  ...[
    'https://*.co.uk',
    'https://*.github.io',
    'https://*.xn--p1ai',
    'https://xn--',
    'https://xn--a',
    'https://a'.padEnd(320, 'a'),
  ],
  ...[
    'https://\u0000',
    'https://shop.example\n',
    '\thttps://shop.example',
    'https://shop.example\u0000',
    'https://<script>',
  ],
  ...[
    'https://256.256.256.256',
    'https://1.2.3',
    'https://[::1',
    'https://[g::1]',
    'https://-',
    'https://_dmarc.shop.example',
  ],
];
