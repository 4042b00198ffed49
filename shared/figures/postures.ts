import { buildBody, type Body } from './body.ts';
import { buildSupineBody } from './slr-stage.ts';

/** The postures of the visit in the order of the body (spec 12). */
export const POSTURES = ['stand', 'sit', 'supine', 'prone'] as const;
export type Posture = (typeof POSTURES)[number];

/** A silhouette: its paths, the ground or couch under it, and the box around both as an SVG view box. */
export type PostureFigure = { paths: readonly string[]; ground: string; viewBox: string };

function silhouette(body: Body): readonly string[] {
  const parts = [body.farArm, body.farLeg?.paths, body.core, body.nearLeg?.paths, body.nearArm];
  return parts.flatMap((paths) => paths ?? []);
}

function standing(): PostureFigure {
  const body = buildBody({
    pelvisDeg: 92,
    thoraxDeg: 88,
    neckDeg: 82,
    headDeg: 88,
    lumbarHollow: 1.5,
    nearLeg: [-89, -91, 4],
    farLeg: [-92, -93, 4],
    nearArm: [-94, -86],
  });
  return { paths: silhouette(body), ground: '', viewBox: '-46 -82 92 176' };
}

function sitting(): PostureFigure {
  const body = buildBody({
    pelvisDeg: 96,
    thoraxDeg: 86,
    neckDeg: 80,
    headDeg: 87,
    lumbarHollow: 0.6,
    nearLeg: [-2, -86, 6],
    farLeg: [-3, -92, 6],
    nearArm: [-72, -12],
  });
  return { paths: silhouette(body), ground: 'M-48 14H34M-34 14V52', viewBox: '-52 -82 124 142' };
}

function supine(): PostureFigure {
  return { paths: silhouette(buildSupineBody(28)), ground: 'M-96 14.5H112', viewBox: '-98 -62 212 82' };
}

function prone(): PostureFigure {
  const body = buildBody({
    pelvisDeg: 177,
    thoraxDeg: 184,
    neckDeg: 183,
    headDeg: 180,
    facing: -1,
    hip: [0, -5],
    lumbarHollow: 1,
    nearLeg: [-5, 84, 34],
    farLeg: [-5, -4, -34],
    nearArm: [-12, 4],
  });
  return { paths: silhouette(body), ground: 'M-100 13.4H112', viewBox: '-98 -66 212 82' };
}

/** The silhouette of a posture, from the same body as every other figure. */
export const POSTURE_FIGURES: Record<Posture, PostureFigure> = {
  stand: standing(),
  sit: sitting(),
  supine: supine(),
  prone: prone(),
};
