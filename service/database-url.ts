/** Parameters of the URL that libpq knows and this program decides itself. */
const ownParameters = ['target_session_attrs', 'load_balance_hosts'];

/**
 * Reads a PostgreSQL URL, of which several hosts may be given (`postgres://user@one:5432,two:5432/name`): a URL a host, in
 * the order in which they are tried. Null if it is none.
 */
export function databaseUrls(text: string): string[] | null {
  const parts = /^postgres(?:ql)?:\/\/(?:([^@/?#]*)@)?([^/?#]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(text);
  if (!parts) return null;
  const [, credentials, hosts = '', name = '', query = ''] = parts;
  const parameters = new URLSearchParams(query);
  for (const each of ownParameters) parameters.delete(each);
  const rest = `/${name}${parameters.size > 0 ? `?${parameters.toString()}` : ''}`;
  const urls = hosts
    .split(',')
    .map((host) => `postgres://${credentials ? `${credentials}@` : ''}${host}${rest}`);
  return urls.every((url) => isUrlOfDatabase(url, parameters)) ? urls : null;
}

/** The host may be a folder with a socket, which is a parameter. */
function isUrlOfDatabase(url: string, parameters: URLSearchParams): boolean {
  if (!/^postgres:\/\/(?:[^@]*@)?\//.test(url)) return URL.canParse(url) && new URL(url).pathname.length > 1;
  return parameters.get('host')?.startsWith('/') === true;
}
