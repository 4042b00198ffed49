import { useEffect, useState } from 'react';

const TICK_MS = 250;

/** Whole seconds left of a wait, counting down to 0, and the function that starts another. */
export function useCountdown(initialSeconds: number): [number, (seconds: number) => void] {
  const [endsAtMs, setEndsAtMs] = useState(() => performance.now() + initialSeconds * 1000);
  const [left, setLeft] = useState(() => Math.ceil(initialSeconds));

  useEffect(() => {
    const update = (): void => setLeft(Math.max(0, Math.ceil((endsAtMs - performance.now()) / 1000)));
    update();
    if (endsAtMs <= performance.now()) return undefined;
    const timer = setInterval(() => {
      update();
      if (endsAtMs <= performance.now()) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [endsAtMs]);

  return [
    left,
    (seconds) => {
      setLeft(Math.ceil(seconds));
      setEndsAtMs(performance.now() + seconds * 1000);
    },
  ];
}
