/** The size in bytes from which a picture is not previewed, to save the reader's data. */
const drawnUpTo = 8 * 1024 * 1024;

/** Whether a file can be previewed as a picture. Needs createImageBitmap (Safari since 15). */
export const isPicture = ({ contentType, size }: { contentType: string; size: number }): boolean =>
  /^image\/(png|jpeg|gif|webp)$/.test(contentType) &&
  size <= drawnUpTo &&
  typeof createImageBitmap === 'function';

/**
 * Draws a picture on a canvas, with no side longer than `longest` pixels. Unlike an image's address, a canvas needs
 * no permission by the host page's Content-Security-Policy. Rejects if the bytes are no picture.
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
