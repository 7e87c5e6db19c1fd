/**
 * Removes the set-up token from the address, so that it stays neither in the address bar nor in the history. Browsers
 * never send the part after # to a server.
 */
export function takeToken(location: Location, history: History): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
