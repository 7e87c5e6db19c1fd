/** Lets the browser save bytes under a name. */
export function saveFile(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // A browser takes its time to begin: an address that is gone by then saves nothing.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
