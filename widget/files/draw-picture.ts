/** Bytes of a picture beyond which it is not drawn by itself: it would cost its reader's data. */
const drawnUpTo = 8 * 1024 * 1024;

/** Whether a file can be shown as a picture. Needs createImageBitmap (Safari since 15); others are saved and opened. */
export const isPicture = ({ contentType, size }: { contentType: string; size: number }): boolean =>
  /^image\/(png|jpeg|gif|webp)$/.test(contentType) &&
  size <= drawnUpTo &&
  typeof createImageBitmap === 'function';

/**
 * Draws a picture's bytes onto a canvas, which needs nothing of the host page's Content Security Policy, as an image's
 * address would: as large as it is, but no side longer than `longest` pixels. Rejects where the bytes are no picture.
 */
export async function drawPicture(bytes: Blob, canvas: HTMLCanvasElement, longest: number): Promise<void> {
  // eslint-disable-next-line compat/compat -- asked for by isPicture
  const bitmap = await createImageBitmap(bytes);
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}
