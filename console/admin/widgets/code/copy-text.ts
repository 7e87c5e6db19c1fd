/** Puts text onto the clipboard; resolves to whether that went well (it does not on pages without https). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldFashioned(text);
  }
}

/** For pages that are no secure context, where there is no asynchronous clipboard. */
function copyOldFashioned(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  document.body.append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  return isCopied;
}
