import { describe, expect, it } from 'vitest';
import { crc32, LOGO_SOURCE_MAX_PX, pngChunks, pngRefusal, sniffLogo, svgRefusal } from '../../shared/clinic-logo.ts';
import { pngOf } from '../helpers/png.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sniff = (text: string): string | null => sniffLogo(bytes(text), text);
const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${attributes}>${inside}</svg>`;

describe('what a file is', () => {
  it('is read from its bytes, whatever its name says', () => {
    expect(sniffLogo(pngOf(30, 30), null)).toBe('png');
    for (const start of ['', '\ufeff', '  \n', '<?xml version="1.0"?>\n', '<!-- drawn --><!DOCTYPE svg PUBLIC "x" "y">']) {
      expect(sniff(start + svg('<path d="M0 0"/>')), start).toBe('svg');
    }
  });

  it.each([
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46])],
    ['a PDF', bytes('%PDF-1.7')],
    ['a GIF', bytes('GIF89a')],
    ['a web page with a drawing', bytes('<html><svg></svg></html>')],
    ['nothing', new Uint8Array()],
    ['a PNG signature cut short', new Uint8Array([0x89, 0x50, 0x4e])],
  ])('is neither for %s', (_name, data) => {
    expect(sniffLogo(data, new TextDecoder().decode(data))).toBeNull();
  });
});

describe('a vector picture', () => {
  it.each([
    ['shapes, text and a title', '<title>Clinic</title><g fill="#0e6558"><path d="M0 0h10"/><text y="5">A &amp; B</text></g>'],
    ['a gradient of its own', '<linearGradient id="a"/><rect fill="url(#a)"/><use xlink:href="#a"/><use href="#a"/>'],
    ['its own styles', '<style>.a{fill:red}</style><rect class="a" style="opacity:.5"/>'],
    ['words that only look alike', '<text>online = once; the script of the play; on = off</text>'],
  ])('is taken with %s', (_name, inside) => {
    expect(svgRefusal(svg(inside))).toBeNull();
  });

  it.each([
    ['svg-script', '<script>alert(1)</script>'],
    ['svg-script', '<SCRIPT href="#a"/>'],
    ['svg-script', '<svg:script/>'],
    ['svg-script', '<a href="javascript:alert(1)"><path/></a>'],
    ['svg-script', '<a href="&#106;avascript&colon;alert(1)"/>'],
    ['svg-script', '<handler type="text/x"/>'],
    ['svg-event', '<path onload="x()"/>'],
    ['svg-event', '<path d="M0 0"onclick = "x()"/>'],
    ['svg-event', '<animate onbegin=x attributeName="y"/>'],
    ['svg-foreign', '<foreignObject><p>hello</p></foreignObject>'],
    ['svg-foreign', '<svg:foreignObject/>'],
    ['svg-foreign', '<iframe src="#a"/>'],
    ['svg-outside', '<image href="https://example.org/a.png"/>'],
    ['svg-outside', '<image xlink:href="file:///etc/passwd"/>'],
    ['svg-outside', '<image href="data:image/png;base64,AAAA"/>'],
    ['svg-outside', '<use href=other.svg#a />'],
    ['svg-outside', '<rect fill="url(https://example.org/a.svg#b)"/>'],
    ['svg-outside', '<rect style="fill:u\\72l(//example.org/x)"/>'],
    ['svg-outside', '<style>@import "a.css";</style>'],
    ['svg-outside', '<style>@font-face{font-family:a}</style>'],
  ])('is refused as %s: %s', (reason, inside) => {
    expect(svgRefusal(svg(inside))).toBe(reason);
  });

  it('is refused for an event on its root, a style sheet before it, and definitions that unfold', () => {
    expect(svgRefusal(svg('<path/>', ' onload="x()"'))).toBe('svg-event');
    expect(svgRefusal(`<?xml-stylesheet href="#a"?>${svg('<path/>')}`)).toBe('svg-outside');
    expect(svgRefusal(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>')}`)).toBe('svg-entity');
    expect(svgRefusal(`<!DOCTYPE svg [\n]>${svg('<path/>')}`)).toBe('svg-entity');
  });
});

describe('a PNG', () => {
  it('is taken from 24 pixels on', () => {
    expect(pngRefusal(pngOf(24, 24))).toBeNull();
    expect(pngRefusal(pngOf(23, 24))).toBe('too-small');
  });

  it('that claims more pixels than it may is refused before it is opened', () => {
    const bomb = pngOf(30, 30);
    new DataView(bomb.buffer).setUint32(16, LOGO_SOURCE_MAX_PX + 1);
    expect(pngRefusal(bomb)).toBe('too-many-pixels');
  });

  it('cut at any byte is no PNG', () => {
    const whole = pngOf(24, 24);
    for (let length = 0; length < whole.length; length += 1) expect(pngChunks(whole.subarray(0, length)), String(length)).toBeNull();
    expect(pngChunks(Uint8Array.from([...whole, 0]))).toBeNull();
  });

  it('has the checksum of the standard', () => {
    expect(crc32(bytes('IEND'))).toBe(0xae426082);
  });
});
