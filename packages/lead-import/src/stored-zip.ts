import { crc32 } from 'node:zlib';

/** A zip archive of a few small files, none of them compressed. */
export function storedZip(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array<ArrayBuffer> {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(content)];
    const common = commonHeader(name, data);
    locals.push(u32(0x04034b50), common, name, data);
    central.push(u32(0x02014b50), u16(20), common, Buffer.alloc(10), u32(offset), name);
    offset += 4 + common.length + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const count = Object.keys(files).length;
  const end = [u32(0x06054b50), u32(0), u16(count), u16(count), u32(directory.length), u32(offset), u16(0)];
  return Uint8Array.from(Buffer.concat([...locals, directory, ...end]));
}

/** What the header of a file and its entry in the directory share: version, flags, method, time, sum, sizes, lengths. */
function commonHeader(name: Uint8Array, data: Uint8Array): Uint8Array {
  const sizes = [u32(crc32(data)), u32(data.length), u32(data.length), u16(name.length), u16(0)];
  return Buffer.concat([u16(20), u16(0x0800), u16(0), u32(0), ...sizes]);
}

function u16(value: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
