export function todo(): never {
  throw new Error('to be written');
}
