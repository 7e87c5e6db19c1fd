/** Allowed file name extensions of each media type. If a name has none of them, the first is appended. */
const endings: Record<string, readonly string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/msword': ['doc', 'dot'],
  'application/vnd.ms-excel': ['xls', 'xlt'],
  'application/vnd.ms-powerpoint': ['ppt', 'pps', 'pot'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx', 'dotx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx', 'xltx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx', 'ppsx', 'potx'],
  // Office runs no macros in a file that is named docx, so such a name stays.
  'application/vnd.ms-word.document.macroEnabled.12': ['docm', 'dotm', 'docx'],
  'application/vnd.ms-excel.sheet.macroEnabled.12': ['xlsm', 'xltm', 'xlsx'],
  'application/vnd.ms-powerpoint.presentation.macroEnabled.12': ['pptm', 'ppsm', 'potm', 'pptx'],
  'text/plain': 'txt text log md csv tsv json xml yaml yml ini srt vcf ics'.split(' '),
};

/**
 * The name under which a file is displayed and saved. Operating systems open a file by its extension, so a
 * name whose extension doesn't match the content (`bill.hta` with text) gets the content's extension
 * appended.
 */
export function safeFileName({ name, contentType }: { name: string; contentType: string }): string {
  const known = endings[contentType] ?? [];
  const ending = /\.([^.]*)$/.exec(name.trimEnd())?.[1]?.toLowerCase() ?? '';
  return known.length === 0 || known.includes(ending) ? name : `${name}.${known[0]}`;
}
