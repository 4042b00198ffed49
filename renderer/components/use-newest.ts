import { useLayoutEffect, useRef, type RefObject } from 'react';

/** A ref to the newest value, for listeners that outlive a render. Read it in events and effects only. */
export function useNewest<T>(value: T): RefObject<T> {
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  });
  return newest;
}
