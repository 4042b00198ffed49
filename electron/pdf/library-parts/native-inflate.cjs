const { inflateRawSync } = require('node:zlib');

/** Node's own inflate in the place of tiny-inflate: fills `target` with what the raw deflate data of `source` holds, and returns it. */
module.exports = function inflate(source, target) {
  target.set(inflateRawSync(source));
  return target;
};
