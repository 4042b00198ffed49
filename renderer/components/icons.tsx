import type { ReactNode } from 'react';
import type { Urgency } from '../../shared/schemas/assessment.ts';

type IconProps = { size?: number | undefined };

/** The mark: two legs raised from the couch. */
export function LogoMark({ size = 30 }: IconProps): ReactNode {
  return (
    <svg width={size} height={(size * 18) / 30} viewBox="0 0 30 18" fill="none" aria-hidden="true" focusable="false">
      <path d="M1 16.4H29" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      <path d="M4.5 2L15 15.8L25.5 2" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M9 15.4A7.4 7.4 0 0 1 11.2 11M21 15.4A7.4 7.4 0 0 0 18.8 11" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}

/** Form carries the urgency: octagon, diamond, triangle, circle. Drawn in `currentColor`. */
export function UrgencyIcon({ urgency, size = 16 }: IconProps & { urgency: Urgency }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {urgency === 'E' && (
        <>
          <path d="M5 0.8H11L15.2 5V11L11 15.2H5L0.8 11V5Z" fill="currentColor" />
          <path d="M8 4V8.8M8 11.6V11.7" stroke="var(--urgency-mark)" strokeWidth="1.9" strokeLinecap="round" />
        </>
      )}
      {urgency === 'D' && (
        <>
          <path d="M8 0.6L15.4 8L8 15.4L0.6 8Z" fill="currentColor" strokeLinejoin="round" />
          <path d="M8 4.6V8.6M8 11V11.1" stroke="var(--urgency-mark)" strokeWidth="1.8" strokeLinecap="round" />
        </>
      )}
      {urgency === 'U' && (
        <>
          <path d="M8 1.7L15 14.2H1Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
          <path d="M8 6.2V9.6M8 11.8V11.9" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        </>
      )}
      {urgency === 'R' && <RoundMinus />}
    </svg>
  );
}

function RoundMinus(): ReactNode {
  return (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 8H11" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  );
}

/** A quiet circle with a line: nothing open. */
export function ClosedIcon({ size = 16 }: IconProps): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <RoundMinus />
    </svg>
  );
}

/** Dashed circle: not asked, not tested. */
export function NotAskedIcon({ size = 16 }: IconProps): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.4" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2.6 2.2" />
    </svg>
  );
}

/** Two bars, the named side filled. Left bar is the patient's left. */
export function SideBars({ side, size = 14 }: IconProps & { side: 'left' | 'right' | 'both' | 'none' }): ReactNode {
  const filled = (bar: 'left' | 'right'): string => (side === bar || side === 'both' ? 'currentColor' : 'none');
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <rect x="1.2" y="0.8" width="4.6" height="12.4" rx="2" fill={filled('left')} stroke="currentColor" strokeWidth="1.2" />
      <rect x="8.2" y="0.8" width="4.6" height="12.4" rx="2" fill={filled('right')} stroke="currentColor" strokeWidth="1.2" />
    </svg>
  );
}
