// Why: texts that run code or change a page if they are not treated as text. Extend with every one that
// becomes known. A test page has a list `window.happened`, to which running code adds.

const script = 'window.happened.push(1)';
/** Addresses that run code, each in a different disguise. */
export const badAddresses = [
  `javascript:${script}`,
  `JaVaScRiPt:${script}`,
  ` javascript:${script}`,
  `\u0001javascript:${script}`,
  `java\tscript:${script}`,
  `java\nscript:${script}`,
  `java&#9;script:${script}`,
  `java&Tab;script:${script}`,
  `&#106;avascript:${script}`,
  `&#x6A&#x61vascript:${script}`,
  `javascript&colon;${script}`,
  `javascript&#58;${script}`,
  `javascript\\:${script}`,
  `vbscript:${script}`,
  `data:text/html,<script>${script}</script>`,
  `DATA:text/html;base64,PHNjcmlwdD4=`,
  'blob:https://shop.example/1',
  'file:///etc/passwd',
  '//evil.example',
  'https:javascript:x"onclick="',
  'https://a.example/"onmouseover="alert(1)',
  "https://a.example/'><img src=x>",
];
/** Markup that runs code. */
export const badMarkup = [
  `<script>${script}</script>`,
  `<img src=x onerror=${script}>`,
  `<svg onload=${script}>`,
  `<iframe srcdoc="<script>parent.${script}</script>"></iframe>`,
  `<a href="javascript:${script}">x</a>`,
  `"><img src=x onerror=${script}>`,
  `<style>*{display:none}</style>`,
  `<base href=//evil.example>`,
  `<meta http-equiv=refresh content=0>`,
  `<form action=javascript:${script}><button>x</button></form>`,
  `<!--><img src=x onerror=${script}>-->`,
  '${' + script + '}',
  '{{constructor.constructor("alert(1)")()}}',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=1>',
];
