/** Saves bytes as a file. */
export function saveFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may read the URL later: revoking it too early would save nothing.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
