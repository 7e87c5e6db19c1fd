/**
 * Takes the set-up token out of the address, so that it stays neither in the address bar nor in the history. What
 * stands behind the # is never sent to a server.
 */
export function takeToken(location: Location, history: History): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
