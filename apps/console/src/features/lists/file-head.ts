const headBytes = 1_000_000;

/**
 * As much of a file as a preview needs: all of a small one, else its first megabyte up to a line's end, so that no
 * row and no character is cut in two.
 */
export async function headOf(file: Blob): Promise<Blob> {
  if (file.size <= headBytes) return file;
  const bytes = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const end = bytes.lastIndexOf(0x0a) + 1;
  return file.slice(0, end === 0 ? headBytes : end);
}
