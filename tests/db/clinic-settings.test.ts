import { describe, expect, it } from 'vitest';
import { fail } from '../../shared/contract/result.ts';
import { LOGO_MAX_HEIGHT_PX, LOGO_MAX_WIDTH_PX } from '../../shared/clinic-logo.ts';
import { channels } from '../../shared/contract/contract.ts';
import { toFieldErrors } from '../../shared/contract/field-errors.ts';
import { type Clinic, DEFAULT_MODULES, type StoredClinic } from '../../shared/schemas/clinic.ts';
import { DOSE_IDS, DOSES, type DoseRule } from '../../shared/schemas/doses.ts';
import { query } from '../../electron/db/query.ts';
import { readClinic } from '../../electron/db/repositories/clinic.ts';
import { verifyLog } from '../../electron/db/verify-log.ts';
import { clinicHandlers, clinicHostHandlers } from '../../electron/use-cases/clinic/index.ts';
import type { DeskContext } from '../../electron/use-cases/context.ts';
import { pngOf } from '../helpers/png.ts';
import { valueOf } from './database.ts';
import { CLINIC, openDeskHost, type TestHost } from './host.ts';

function save(host: TestHost, clinic: Partial<Clinic>): StoredClinic {
  const { logo: _logo, ...now } = readClinic(host.current()?.read ?? expect.unreachable());
  return valueOf(
    clinicHostHandlers['clinic.save'](host, { ...now, ...clinic }) as ReturnType<(typeof clinicHostHandlers)['clinic.save']> & {
      ok: boolean;
    },
  );
}

function loggedSettings(context: DeskContext): string[] {
  return context.read
    .all(
      query.selectFrom('change_log').select(['table_name', 'row_id']).where('table_name', 'in', ['setting', 'clinic_logo']).orderBy('seq'),
    )
    .map(({ table_name, row_id }) => (table_name === 'setting' ? row_id : table_name));
}

describe('settings a clinic adds later', () => {
  it('are the product’s own on a desk that never said anything, with the spinal service it named at the first run', () => {
    const { context } = openDeskHost();
    const clinic = readClinic(context.read);
    expect(clinic).toMatchObject({ address: '', doses: {}, printsIbuprofenDose: false, logo: null, modules: DEFAULT_MODULES });
    expect(clinic.services.SPINE).toEqual(CLINIC.services.SPINE);
    expect(clinic.services.VASC).toEqual({ name: '', phone: '' });
    expect(loggedSettings(context)).toEqual([]);
  });

  it('are kept, each change a line of the log that checks out', () => {
    const { host, context } = openDeskHost();
    const services = { ...CLINIC.services, VASC: { name: 'Vascular, City Hospital', phone: '01 555 0000' } };
    save(host, { address: '1 Quay Street', services });
    save(host, { modules: DEFAULT_MODULES.filter((id) => id !== 'M10c'), doses: { 'M03.minutes': { from: 5, to: 15 } } });
    save(host, { printsIbuprofenDose: true });
    save(host, { phone: '01 234 9999' });
    expect(readClinic(context.read)).toMatchObject({
      address: '1 Quay Street',
      services,
      doses: { 'M03.minutes': { from: 5, to: 15 } },
      printsIbuprofenDose: true,
      phone: '01 234 9999',
      revision: 5,
    });
    expect(readClinic(context.read).modules).not.toContain('M10c');
    expect(loggedSettings(context)).toEqual([
      'clinic.address',
      'clinic.services',
      'clinic.modules',
      'clinic.doses',
      'clinic.printsIbuprofenDose',
    ]);
    expect(verifyLog(context.read, context.deskId)).toMatchObject({ intact: true });
  });

  it('are refused under a revision that is no longer the newest, and nothing of them is kept', () => {
    const { host, context } = openDeskHost();
    save(host, { address: '1 Quay Street' });
    const { logo: _logo, ...now } = readClinic(context.read);
    expect(
      clinicHostHandlers['clinic.save'](host, {
        ...now,
        revision: 1,
        address: '2 Quay Street',
        doses: { 'M07.times': { from: 1, to: 2 } },
      }),
    ).toEqual(fail('conflict'));
    expect(readClinic(context.read)).toMatchObject({ address: '1 Quay Street', doses: {} });
  });
});

describe('doses', () => {
  const parse = (doses: unknown): Record<string, string> => {
    const input = { ...CLINIC, revision: 1, doses };
    const parsed = channels['clinic.save'].input.safeParse(input);
    return parsed.success ? {} : toFieldErrors(parsed.error, input);
  };

  it.each(DOSE_IDS)('%s takes its limits and refuses what lies outside them, upside down or broken', (id) => {
    const { min, max }: DoseRule = DOSES[id];
    expect(parse({ [id]: { from: min, to: max } })).toEqual({});
    expect(parse({ [id]: { from: min - 1, to: max } })).toEqual({ [`doses.${id}.from`]: 'out-of-range' });
    expect(parse({ [id]: { from: min, to: max + 1 } })).toEqual({ [`doses.${id}.to`]: 'out-of-range' });
    expect(parse({ [id]: { from: max, to: min } })).toEqual({ [`doses.${id}.to`]: 'out-of-range' });
    expect(parse({ [id]: { from: min + 0.5, to: max } })).toEqual({ [`doses.${id}.from`]: 'not-whole' });
    expect(parse({ [id]: { from: null, to: max } })).toEqual({ [`doses.${id}.from`]: 'not-a-number' });
  });

  it('of the specification lie within their own limits', () => {
    for (const id of DOSE_IDS) {
      const { from, to, min, max, isRange }: DoseRule = DOSES[id];
      expect(min <= from && from <= to && to <= max && (isRange || from === to), id).toBe(true);
    }
  });
});

describe('the logo', () => {
  const saveLogo = (context: DeskContext, png: Uint8Array<ArrayBuffer> | null): unknown =>
    clinicHandlers['clinic.saveLogo'](context, { revision: readClinic(context.read).revision, png });

  it('is kept with its bytes, and taken off again; the log holds its hash alone', () => {
    const { context } = openDeskHost();
    const png = pngOf(60, 30);
    saveLogo(context, png);
    expect(readClinic(context.read).logo).toMatchObject({ widthPx: 60, heightPx: 30 });
    expect(valueOf(clinicHandlers['clinic.logo'](context, {}) as never)).toEqual({ png });
    expect(loggedSettings(context)).toEqual(['clinic_logo', 'clinic.logo']);
    expect(verifyLog(context.read, context.deskId)).toMatchObject({ intact: true });
    saveLogo(context, null);
    expect(readClinic(context.read).logo).toBeNull();
    expect(valueOf(clinicHandlers['clinic.logo'](context, {}) as never)).toEqual({ png: null });
  });

  it('is refused under an old revision', () => {
    const { context } = openDeskHost();
    expect(clinicHandlers['clinic.saveLogo'](context, { revision: 7, png: pngOf(60, 30) })).toEqual(fail('conflict'));
    expect(loggedSettings(context)).toEqual([]);
  });

  const changed = (at: number): Uint8Array<ArrayBuffer> => {
    const png = pngOf(60, 30);
    png[at] = (png[at] ?? 0) ^ 1;
    return png;
  };
  it.each([
    ['not a picture', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['cut short', pngOf(60, 30).subarray(0, -5)],
    ['a wrong checksum', changed(45)],
    ['wider than the box', pngOf(LOGO_MAX_WIDTH_PX + 1, 30)],
    ['higher than the box', pngOf(60, LOGO_MAX_HEIGHT_PX + 1)],
    ['transparency', pngOf(60, 30, { colorType: 6, pixels: Buffer.alloc((60 * 4 + 1) * 30) })],
    ['sixteen bits', pngOf(60, 30, { bitDepth: 16, pixels: Buffer.alloc((60 * 6 + 1) * 30) })],
    ['interlaced', pngOf(60, 30, { interlace: 1 })],
    ['words in it', pngOf(60, 30, { extra: [['tEXt', Buffer.from('Comment\0hello')]] })],
    ['fewer pixels than it says', pngOf(60, 30, { pixels: Buffer.alloc(61) })],
    ['more pixels than it says', pngOf(60, 30, { pixels: Buffer.alloc(50_000_000) })],
    ['a row filter there is not', pngOf(60, 30, { pixels: Buffer.alloc((60 * 3 + 1) * 30, 9) })],
  ])('is refused with %s, and the one before stays', (_name, png) => {
    const { context } = openDeskHost();
    saveLogo(context, pngOf(40, 40));
    const before = readClinic(context.read);
    expect(saveLogo(context, png)).toEqual(fail('logo-refused'));
    expect(readClinic(context.read)).toEqual(before);
  });
});
