import { Transform } from "node:stream";

/**
 * Passes HTML on without zero bytes. React 18 fills what is left of a 2 kB block with them where a Chinese character does not fit any more
 * (facebook/react#26228, mended in 19); browsers make � of them in attributes. HTML has no use for U+0000, and no other character holds a zero byte.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
